import { ArrowDown, ArrowUp, X } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "../../../ui/Button.tsx";
import { IconButton } from "../../../ui/IconButton.tsx";
import styles from "./OrderedRows.module.css";

interface Keyed {
  readonly key: string;
}

interface OrderedRowsProps<R extends Keyed> {
  /** What all of them are, for a screen reader. */
  readonly label: string;
  /** What one of them is called: "goal". */
  readonly noun: string;
  readonly rows: ReadonlyArray<R>;
  readonly rowsMax: number;
  readonly onRows: (rows: ReadonlyArray<R>) => void;
  readonly blank: () => R;
  readonly children: (row: R, change: (row: R) => void, index: number) => ReactNode;
}

/** Several of one kind, the first the most important: added, taken out and moved by buttons. One alone is emptied. */
export const OrderedRows = <R extends Keyed>(props: OrderedRowsProps<R>) => {
  const { label, noun, rows, rowsMax, onRows, blank, children } = props;
  const list = useRef<HTMLOListElement>(null);
  const focusNext = useFocusAfterChange(list);
  const move = (index: number, by: 1 | -1): void => {
    const [row, other] = [rows[index], rows[index + by]];
    if (row === undefined || other === undefined) return;
    const moved = [...rows];
    [moved[index], moved[index + by]] = [other, row];
    focusNext(row.key, by === 1 ? "down" : "up");
    onRows(moved);
  };
  const remove = (index: number): void => {
    focusNext((rows[index + 1] ?? rows[index - 1])?.key, "first");
    onRows(rows.filter((_, other) => other !== index));
  };
  const add = (): void => {
    const row = blank();
    focusNext(row.key, "first");
    onRows([...rows, row]);
  };
  return (
    <div className={styles.rows}>
      <ol ref={list} aria-label={label} tabIndex={-1}>
        {rows.map((row, index) => (
          <li key={row.key} data-row-key={row.key} className={styles.row}>
            {rows.length > 1 && (
              <RowVerbs
                name={`${noun} ${index + 1}`}
                index={index}
                count={rows.length}
                onMove={(by) => move(index, by)}
                onRemove={() => remove(index)}
              />
            )}
            <div className={styles.fields}>
              {children(
                row,
                (changed) => onRows(rows.map((each) => (each.key === row.key ? changed : each))),
                index,
              )}
            </div>
          </li>
        ))}
      </ol>
      {rows.length < rowsMax ? (
        <Button small className={styles.add} onClick={add}>
          {rows.length === 0 ? `Add a ${noun}` : `Add another ${noun}`}
        </Button>
      ) : (
        <p className={styles.full}>{`These are ${rowsMax}, as many as fit.`}</p>
      )}
    </div>
  );
};

interface RowVerbsProps {
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

const RowVerbs = ({ name, index, count, onMove, onRemove }: RowVerbsProps) => (
  <div className={styles.verbs}>
    <span className={styles.number}>{index + 1}</span>
    <IconButton
      data-move="up"
      aria-label={`Move ${name} up`}
      disabled={index === 0}
      onClick={() => onMove(-1)}
    >
      <ArrowUp size={16} aria-hidden />
    </IconButton>
    <IconButton
      data-move="down"
      aria-label={`Move ${name} down`}
      disabled={index === count - 1}
      onClick={() => onMove(1)}
    >
      <ArrowDown size={16} aria-hidden />
    </IconButton>
    <IconButton aria-label={`Take out ${name}`} onClick={onRemove}>
      <X size={16} aria-hidden />
    </IconButton>
  </div>
);

type Place = "first" | "up" | "down";

/** Where the focus goes once the rows stand as they were wanted: nobody has to look for it. */
const useFocusAfterChange = (list: React.RefObject<HTMLOListElement | null>) => {
  const wanted = useRef<{ readonly key: string | undefined; readonly place: Place }>(undefined);
  useEffect(() => {
    if (wanted.current === undefined) return;
    const { key, place } = wanted.current;
    wanted.current = undefined;
    const row = list.current?.querySelector<HTMLElement>(`[data-row-key="${key ?? ""}"]`);
    const fields = "input, textarea, select";
    const target =
      place === "first"
        ? row?.querySelector<HTMLElement>(fields)
        : (row?.querySelector<HTMLElement>(`[data-move="${place}"]:not(:disabled)`) ??
          row?.querySelector<HTMLElement>("[data-move]:not(:disabled)"));
    (target ?? list.current)?.focus();
  });
  return (key: string | undefined, place: Place): void => {
    wanted.current = { key, place };
  };
};
