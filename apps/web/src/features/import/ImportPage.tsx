import { FileUp, X } from "lucide-react";
import { Button } from "../../ui/Button.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { Page } from "../../ui/Page.tsx";
import { toasts } from "../../ui/toasts.ts";
import { chooseImportFile } from "./chooseFile.ts";
import { FileSteps } from "./FileSteps.tsx";
import { type ImportFile, importFiles, useImportFiles } from "./importFiles.ts";
import styles from "./ImportPage.module.css";
import { ways } from "./sources.ts";

/** Brings people in from files: each is looked at before anything is kept, one after the other. */
export const ImportPage = () => {
  const { files, shownKey } = useImportFiles();
  const shown = files.find(({ key }) => key === shownKey);
  return (
    <Page
      title="Import"
      aside="Bring in the people you know already. Nothing is kept before you have seen it."
      back={{ href: "/partners", label: "All partners" }}
    >
      <div className={styles.page}>
        {shown === undefined ? (
          <>
            <DropHere />
            <section className={styles.ways} aria-labelledby="ways">
              <h2 id="ways">How to get the file</h2>
              <Ways />
            </section>
          </>
        ) : (
          <>
            <FileList files={files} shownKey={shown.key} />
            <FileSteps key={shown.key} item={shown} next={nextAfter(files, shown)} />
            <div className={styles.ways}>
              <Disclosure summary="How to get a file from elsewhere">
                <Ways />
              </Disclosure>
            </div>
          </>
        )}
      </div>
    </Page>
  );
};

const nextAfter = (files: ReadonlyArray<ImportFile>, shown: ImportFile): ImportFile | undefined =>
  files.find((file) => file.outcome === undefined && file.key !== shown.key);

const DropHere = () => (
  <section className={styles.drop} aria-label="Choose files">
    <FileUp size={32} strokeWidth={1.25} aria-hidden />
    <h2>Drop files here, or anywhere in Comity</h2>
    <p>From LinkedIn, Google, Outlook, a phone, or any table. Several at once, if you like.</p>
    <Button tone="give" onClick={chooseImportFile}>
      Choose files
    </Button>
  </section>
);

const Ways = () => (
  <div className={styles.list}>
    {ways.map(({ name, path, note }) => (
      <Disclosure key={name} summary={name}>
        <p className={styles.way}>
          {path.map((step, index) => (
            <span key={step}>
              {index > 0 && <span aria-hidden> › </span>}
              <b>{step}</b>
            </span>
          ))}
          {`. ${note}`}
        </p>
      </Disclosure>
    ))}
  </div>
);

interface FileListProps {
  readonly files: ReadonlyArray<ImportFile>;
  readonly shownKey: number;
}

const FileList = ({ files, shownKey }: FileListProps) => (
  <nav className={styles.files} aria-label="Chosen files">
    <ul>
      {files.map((item) => (
        <li key={item.key} className={item.key === shownKey ? styles.shown : undefined}>
          <button
            type="button"
            className={styles.file}
            aria-current={item.key === shownKey ? "true" : undefined}
            onClick={() => importFiles.show(item.key)}
          >
            <bdi>{item.file.name}</bdi>
            <FileState item={item} isShown={item.key === shownKey} />
          </button>
          {item.outcome?.is !== "running" && (
            <IconButton
              aria-label={`Take ${item.file.name} off the list`}
              onClick={() => takeOff(item)}
            >
              <X size={16} aria-hidden />
            </IconButton>
          )}
        </li>
      ))}
    </ul>
    <Button small onClick={chooseImportFile}>
      Add files
    </Button>
  </nav>
);

const takeOff = (item: ImportFile): void => {
  importFiles.remove(item.key);
  toasts.show({
    text: `${item.file.name} is off the list. Whom it brought stays.`,
    action: { label: "Undo", run: () => importFiles.putBack(item) },
  });
};

const stateInWords = { running: "under way", done: "brought in", undone: "undone" } as const;

const FileState = ({ item, isShown }: { readonly item: ImportFile; readonly isShown: boolean }) => {
  if (item.outcome === undefined) return isShown ? null : <Badge>waiting</Badge>;
  const { is } = item.outcome;
  return <Badge tone={is === "done" ? "give" : "neutral"}>{stateInWords[is]}</Badge>;
};
