import type { ImportPreview as Found } from "@comity/domain/partner/schema";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import styles from "./Remarks.module.css";

interface Remark {
  readonly row: number;
  readonly who: string | undefined;
  readonly said: ReadonlyArray<string>;
}

/** Rows that are left out and rows of which something is, as they stand in the file. */
const remarksOf = ({ rows, skipped }: Pick<Found, "rows" | "skipped">): ReadonlyArray<Remark> =>
  [
    ...skipped.map(({ row, message }) => ({ row, who: undefined, said: [message] })),
    ...rows
      .filter(({ warnings }) => warnings.length > 0)
      .map(({ row, name, warnings }) => ({ row, who: name, said: warnings })),
  ].toSorted((a, b) => a.row - b.row);

const atOnce = 100;

export const Remarks = ({ rows, skipped }: Pick<Found, "rows" | "skipped">) => {
  const remarks = remarksOf({ rows, skipped });
  const [shown, setShown] = useState(atOnce);
  return (
    <>
      <ul className={styles.remarks}>
        {remarks.slice(0, shown).map(({ row, who, said }) => (
          <li key={`${row} ${who ?? ""}`}>
            <p className={styles.where}>
              {`Line ${row.toLocaleString("en")}`}
              {who === undefined ? ", left out" : <bdi className={styles.who}>{who}</bdi>}
            </p>
            {said.map((each) => (
              <p key={each} className={styles.said}>
                {each}
              </p>
            ))}
          </li>
        ))}
      </ul>
      {remarks.length > shown && (
        <Button small onClick={() => setShown(shown + atOnce)}>
          {`Show ${Math.min(atOnce, remarks.length - shown)} more`}
        </Button>
      )}
    </>
  );
};
