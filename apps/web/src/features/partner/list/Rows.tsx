import type { PartnerWithStanding } from "@comity/client";
import { useEffect } from "react";
import { useWindowed } from "../../../ui/useWindowed.ts";
import { PartnerRow, type Picking, WaitingRow } from "./PartnerRow.tsx";
import styles from "./Rows.module.css";
import { isSelected, type Selection } from "./selection.ts";
import { useMedia } from "./useMedia.ts";
import { usePrinting } from "./usePrinting.ts";
import { useRowKeys } from "./useRowKeys.ts";

export interface RowKeys {
  readonly onAll: () => void;
  readonly onClear: () => void;
}

interface RowsProps extends RowKeys {
  /** Those that are read so far. */
  readonly partners: ReadonlyArray<PartnerWithStanding>;
  /** How many there are: the list is as high as all of them from the start. */
  readonly count: number;
  /** The next ones may be read now. */
  readonly hasMore: boolean;
  readonly onMore: () => void;
  readonly selection: Selection;
  readonly isPicking: boolean;
  readonly picking: Picking;
  readonly isSilenceShown: boolean;
  /** What is shown was found for other words; the right ones are on their way. */
  readonly isOld: boolean;
}

/** Three pages of the API. */
const rowsAhead = 300;

export const narrow = "(max-width: 48rem)";

/** With a third line for the tags on a phone, where they find no place beside the name. */
export const useRowHeight = (): number => (useMedia(narrow) ? 88 : 76);

/** The list of partners: only rows near the window stand in the page, so 10,000 scroll like ten. */
export const Rows = (props: RowsProps) => {
  const { partners, count, hasMore, onMore, selection, isPicking, picking, isOld } = props;
  const height = useRowHeight();
  const { list, slice } = useWindowed<HTMLUListElement>(count, height);
  const isPrinting = usePrinting();
  const { start, end } = isPrinting ? { start: 0, end: partners.length } : slice;
  const isWanting = slice.end + rowsAhead >= partners.length;
  // Again after each page, until the place that somebody jumped to is reached.
  useEffect(() => {
    if (isWanting && hasMore) onMore();
  }, [isWanting, hasMore, onMore]);
  useRowKeys({ ...props, list, height });
  return (
    <ul
      ref={list}
      className={`${styles.rows} ${isOld ? styles.old : ""}`}
      aria-label="Partners"
      aria-busy={isOld}
      style={{ height: count * height }}
    >
      {Array.from({ length: end - start }, (_, offset) => {
        const index = start + offset;
        const partner = partners[index];
        const placed = { index, height, count };
        return partner === undefined ? (
          <WaitingRow key={index} {...placed} />
        ) : (
          <PartnerRow
            key={partner.id}
            {...placed}
            partner={partner}
            isChosen={isSelected(selection, partner.id)}
            isPicking={isPicking}
            isSilenceShown={props.isSilenceShown}
            picking={picking}
          />
        );
      })}
    </ul>
  );
};
