import type { ImportRow } from "@comity/domain/partner/schema";
import { Link } from "wouter";
import { Badge } from "../../ui/Badge.tsx";
import { useWindowed } from "../../ui/useWindowed.ts";
import { outcomeInWords } from "./countsInWords.ts";
import styles from "./PreviewRows.module.css";

const rowHeightPx = 56;

/** The rows of a file, of which only those near the window stand in the page: 10,000 scroll like ten. */
export const PreviewRows = ({ rows }: { readonly rows: ReadonlyArray<ImportRow> }) => {
  const { list, slice } = useWindowed<HTMLUListElement>(rows.length, rowHeightPx);
  return (
    <ul ref={list} className={styles.rows} style={{ height: rows.length * rowHeightPx }}>
      {rows.slice(slice.start, slice.end).map((row, offset) => {
        const index = slice.start + offset;
        return (
          <li
            key={row.row}
            className={styles.row}
            style={{ top: index * rowHeightPx, height: rowHeightPx }}
            aria-posinset={index + 1}
            aria-setsize={rows.length}
          >
            <span className={styles.line}>
              <span className={styles.hidden}>line </span>
              {row.row.toLocaleString("en")}
            </span>
            <span className={styles.who}>
              <Name row={row} />
              {row.organisation !== "" && (
                <span className={styles.organisation}>
                  <bdi>{row.organisation}</bdi>
                </span>
              )}
            </span>
            {row.warnings.length > 0 && (
              <span className={styles.remark}>
                {row.warnings.length === 1 ? "1 remark" : `${row.warnings.length} remarks`}
              </span>
            )}
            <Badge tone={row.outcome === "new" || row.outcome === "updated" ? "give" : "neutral"}>
              {outcomeInWords[row.outcome]}
            </Badge>
          </li>
        );
      })}
    </ul>
  );
};

/** Who is here already can be looked at before their entry is changed. */
const Name = ({ row }: { readonly row: ImportRow }) =>
  row.partnerId === null ? (
    <bdi className={styles.name}>{row.name}</bdi>
  ) : (
    <Link className={styles.name} href={`/partners/${row.partnerId}`}>
      <bdi>{row.name}</bdi>
    </Link>
  );
