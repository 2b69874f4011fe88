import type { PartnerWithStanding } from "@comity/client";
import { sizesEp } from "@comity/domain/equity/rules";
import { Link } from "wouter";
import { mostInWords } from "../equity/words.ts";
import styles from "./PartnerRow.module.css";
import { roleInWords } from "./roleInWords.ts";

interface PartnerRowProps {
  readonly partner: PartnerWithStanding;
  readonly index: number;
  readonly top: number;
}

export const rowHeightPx = 76;

/** One partner in the list, at a fixed place: the list shows only the rows that can be seen. */
export const PartnerRow = ({ partner, index, top }: PartnerRowProps) => {
  const most = mostInWords(partner.standing.capacity);
  return (
    <li
      className={styles.row}
      style={{ top, height: rowHeightPx }}
      aria-posinset={index + 1}
      aria-setsize={-1}
    >
      <Link href={`/partners/${partner.id}`} data-row={index}>
        <span className={styles.who}>
          <span className={styles.name}>{partner.name}</span>
          <span className={styles.role}>{roleInWords(partner)}</span>
        </span>
        <span className={styles.earned}>
          {most === undefined ? (
            <span className={styles.nothing}>nothing yet</span>
          ) : (
            <>
              <span>{`up to ${most}`}</span>
              <span
                className={styles.bar}
                style={{ width: `${barShare(partner.standing.capacity) * 100}%` }}
                aria-hidden
              />
            </>
          )}
        </span>
      </Link>
    </li>
  );
};

/** Sizes grow by three, so the bar grows by one notch for each. */
const barShare = (capacity: number): number =>
  Math.min(1, (1 + Math.log(Math.max(capacity, 1)) / Math.log(sizesEp.S)) / 5.5);
