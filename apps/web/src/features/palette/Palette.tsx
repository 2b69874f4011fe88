/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- a combobox with a listbox: the focus and the keys stay in its field */
import {
  FileUp,
  HandHelping,
  HeartHandshake,
  Keyboard,
  NotebookPen,
  PanelTop,
  Search,
  UserPlus,
  UserRound,
  X,
} from "lucide-react";
import {
  type KeyboardEvent,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { useLocation } from "wouter";
import { IconButton } from "../../ui/IconButton.tsx";
import { Kbd } from "../../ui/Kbd.tsx";
import { readingTroubleInWords } from "../../workspace/troubleInWords.ts";
import { chooseImportFile } from "../import/chooseFile.ts";
import styles from "./Palette.module.css";
import { type Group, groupsOf, type Picture, type Row } from "./rows.ts";
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

interface ComboboxProps {
  readonly field: React.RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly groups: ReadonlyArray<Group>;
  readonly isBusy: boolean;
  readonly onChoose: (row: Row) => void;
  readonly onClose: () => void;
}

/** The focus stays in the field; the row that Enter would choose is named by its id. */
const Combobox = (props: ComboboxProps) => {
  const { field, text, onText, groups, isBusy, onChoose, onClose } = props;
  const [wanted, setWanted] = useState<string>();
  const isAwaited = useRef(false);
  const id = useId();
  const rows = groups.flatMap((group) => group.rows);
  const active = rows.find((row) => row.id === wanted) ?? rows[0];
  const domIdOf = (row: Row): string => `${id}-${row.id}`.replaceAll(/[\s/]/g, "_");
  const activeId = active === undefined ? undefined : domIdOf(active);
  useEffect(() => {
    if (activeId !== undefined)
      document.getElementById(activeId)?.scrollIntoView({ block: "nearest" });
  }, [activeId]);
  const take = (row: Row): void => {
    setWanted(undefined);
    onChoose(row);
  };
  // Enter came before the answer: the first row is taken when it is there.
  const takeAwaited = useEffectEvent((): void => {
    if (isAwaited.current && active !== undefined) onChoose(active);
    isAwaited.current = false;
  });
  useEffect(() => {
    if (!isBusy) takeAwaited();
  }, [isBusy]);
  const write = (next: string): void => {
    isAwaited.current = false;
    setWanted(undefined);
    onText(next);
  };
  const onKey = (event: KeyboardEvent): void => {
    const next = rowAfter(rows, active, event.key);
    if (event.key === "k" && (event.ctrlKey || event.metaKey)) onClose();
    else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      if (active === undefined) isAwaited.current = isBusy;
      else take(active);
    } else if (next !== undefined) setWanted(next.id);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className={styles.field}>
        <Search size={20} aria-hidden />
        <input
          ref={field}
          // The sheet is opened to write here.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          type="text"
          role="combobox"
          aria-label="Find a partner, a page or a verb"
          aria-autocomplete="list"
          aria-expanded={rows.length > 0}
          aria-controls={id}
          aria-activedescendant={activeId}
          placeholder="A name, a page, or “give to Ana”"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          maxLength={200}
          value={text}
          onChange={(event) => write(event.target.value)}
          onKeyDown={onKey}
        />
        <IconButton aria-label="Close" onClick={onClose}>
          <X size={20} aria-hidden />
        </IconButton>
      </div>
      <div id={id} role="listbox" aria-label="Found" aria-busy={isBusy} className={styles.list}>
        {groups.map((group) => (
          <div key={group.title} role="group" aria-label={group.title}>
            <h2 aria-hidden>{group.title}</h2>
            {group.rows.map((row) => (
              <RowOption
                key={row.id}
                id={domIdOf(row)}
                row={row}
                isActive={row === active}
                onPoint={() => setWanted(row.id)}
                onChoose={() => onChoose(row)}
              />
            ))}
          </div>
        ))}
      </div>
    </>
  );
};

const rowAfter = (
  rows: ReadonlyArray<Row>,
  active: Row | undefined,
  key: string,
): Row | undefined => {
  const now = active === undefined ? -1 : rows.indexOf(active);
  if (key === "ArrowDown") return rows[(now + 1) % rows.length];
  if (key === "ArrowUp") return rows.at(now - 1);
  if (key === "Home") return rows[0];
  return key === "End" ? rows.at(-1) : undefined;
};

const pictures: Readonly<Record<Picture, typeof Search>> = {
  give: HeartHandshake,
  ask: HandHelping,
  note: NotebookPen,
  partner: UserRound,
  page: PanelTop,
  add: UserPlus,
  import: FileUp,
  keys: Keyboard,
};

interface RowOptionProps {
  readonly id: string;
  readonly row: Row;
  readonly isActive: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

const RowOption = ({ id, row, isActive, onPoint, onChoose }: RowOptionProps) => {
  const Shown = pictures[row.picture];
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={styles.row}
      onPointerMove={onPoint}
      // The focus stays in the field.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <Shown size={18} className={styles[row.picture]} aria-hidden />
      <span className={styles.label}>{row.label}</span>
      {row.detail !== undefined && <span className={styles.detail}>{row.detail}</span>}
      {row.keys !== undefined && (
        <span className={styles.key} aria-hidden>
          <Kbd keys={row.keys} />
        </span>
      )}
    </div>
  );
};
