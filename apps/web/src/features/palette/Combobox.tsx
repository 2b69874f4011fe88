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
import { type KeyboardEvent, useEffect, useId } from "react";
import { IconButton } from "../../ui/IconButton.tsx";
import { Kbd } from "../../ui/Kbd.tsx";
import styles from "./Palette.module.css";
import type { Group, Picture, Row } from "./rows.ts";
import { useActiveRow } from "./useActiveRow.ts";

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
export const Combobox = (props: ComboboxProps) => {
  const { field, text, onText, groups, isBusy, onChoose, onClose } = props;
  const id = useId();
  const rows = groups.flatMap((group) => group.rows);
  const { active, point, press, startAnew } = useActiveRow({ rows, isBusy, onChoose });
  const domIdOf = (row: Row): string => `${id}-${row.id}`.replaceAll(/[\s/]/g, "_");
  const activeId = active === undefined ? undefined : domIdOf(active);
  useEffect(() => {
    const row = activeId === undefined ? null : document.getElementById(activeId);
    row?.scrollIntoView({ block: "nearest" });
  }, [activeId]);
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === "k" && (event.ctrlKey || event.metaKey)) onClose();
    else if (!press(event)) return;
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
          onChange={(event) => {
            startAnew();
            onText(event.target.value);
          }}
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
                onPoint={() => point(row)}
                onChoose={() => onChoose(row)}
              />
            ))}
          </div>
        ))}
      </div>
    </>
  );
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
