import { FileUp } from "lucide-react";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { chooseImportFile } from "../import/chooseFile.ts";
import styles from "./FirstPartners.module.css";

/** The first page anyone sees: what this is about, and the two ways to begin. */
export const FirstPartners = ({ onAdd }: { readonly onAdd: () => void }) => (
  <EmptyState title="Give first, and keep track of it: then you know when an ask is earned.">
    <p>Drop your LinkedIn Connections.csv anywhere on this page, or choose how to begin.</p>
    <div className={styles.ways}>
      <Button tone="give" onClick={chooseImportFile}>
        <FileUp size={18} aria-hidden />
        Choose the file
      </Button>
      <Button onClick={onAdd}>Write one down by hand</Button>
    </div>
    <p className={styles.how}>
      To get the file, go to LinkedIn: <b>Settings</b>, <b>Data privacy</b>,{" "}
      <b>Get a copy of your data</b>, <b>Connections</b>. It arrives by e-mail after some minutes,
      and stays on this server.
    </p>
  </EmptyState>
);
