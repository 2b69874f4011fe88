import { useLayoutEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { readingTroubleInWords } from "../../workspace/troubleInWords.ts";
import { chooseImportFile } from "../import/chooseFile.ts";
import { Combobox } from "./Combobox.tsx";
import styles from "./Palette.module.css";
import { type Group, groupsOf, type Row } from "./rows.ts";
import { readSentence } from "./sentence.ts";
import { usePartnersFor } from "./usePartnersFor.ts";

interface PaletteProps {
  readonly onClose: () => void;
  readonly onKeys: () => void;
}

/** One field for everything: a partner, a page, or a verb with somebody's name. */
export const Palette = ({ onClose, onKeys }: PaletteProps) => {
  const [text, setText] = useState("");
  const sentence = readSentence(text);
  const { partners, error, isLooking } = usePartnersFor(sentence.who);
  const groups = groupsOf({ text: text.trim(), sentence, partners });
  const field = useRef<HTMLInputElement>(null);
  const [, navigate] = useLocation();
  const choose = ({ deed }: Row): void => {
    if ("type" in deed) {
      setText(deed.type);
      field.current?.focus();
      return;
    }
    onClose();
    if ("to" in deed) navigate(deed.to);
    else if (deed.run === "import") chooseImportFile();
    else onKeys();
  };
  return (
    <Sheet onClose={onClose}>
      <Combobox
        field={field}
        text={text}
        onText={setText}
        groups={groups}
        isBusy={isLooking}
        onChoose={choose}
        onClose={onClose}
      />
      {error !== null && (
        <p className={styles.nothing} role="alert">
          {readingTroubleInWords(error)}
        </p>
      )}
      {groups.length === 0 && error === null && !isLooking && (
        <p className={styles.nothing}>{`Nothing here goes by “${sentence.who}”.`}</p>
      )}
      <output className={styles.count}>{countInWords(groups, isLooking)}</output>
    </Sheet>
  );
};

const countInWords = (groups: ReadonlyArray<Group>, isLooking: boolean): string => {
  if (isLooking) return "";
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  return count === 1 ? "1 found" : `${count} found`;
};

interface SheetProps {
  readonly onClose: () => void;
  readonly children: React.ReactNode;
}

/** Nothing is written here that could be lost, so a click beside it closes it as well. */
const Sheet = ({ onClose, children }: SheetProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.sheet}
      aria-label="Find"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      {children}
    </dialog>
  );
};
