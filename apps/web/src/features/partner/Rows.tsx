import type { PartnerWithStanding } from "@comity/client";
import { useEffect, useRef } from "react";
import { useKeys } from "../../ui/useKeys.ts";
import { useWindowed } from "../../ui/useWindowed.ts";
import { PartnerRow, rowHeightPx } from "./PartnerRow.tsx";
import styles from "./PartnerList.module.css";

interface RowsProps {
  readonly partners: ReadonlyArray<PartnerWithStanding>;
  readonly hasMore: boolean;
  readonly onMore: () => void;
}

const rowsAhead = 30;

/** The list of partners: only rows near the window stand in the page, so 10,000 scroll like ten. */
export const Rows = ({ partners, hasMore, onMore }: RowsProps) => {
  const { list, slice } = useWindowed<HTMLUListElement>(partners.length, rowHeightPx);
  const isNearEnd = slice.end + rowsAhead >= partners.length;
  useEffect(() => {
    if (isNearEnd && hasMore) onMore();
  }, [isNearEnd, hasMore, onMore]);
  useRowKeys(list, partners.length);
  return (
    <ul ref={list} className={styles.rows} style={{ height: partners.length * rowHeightPx }}>
      {partners.slice(slice.start, slice.end).map((partner, offset) => {
        const index = slice.start + offset;
        return (
          <PartnerRow key={partner.id} partner={partner} index={index} top={index * rowHeightPx} />
        );
      })}
    </ul>
  );
};

type List = ReturnType<typeof useWindowed<HTMLUListElement>>["list"];

const currentRow = (): number | undefined => {
  const row = document.activeElement?.getAttribute("data-row");
  return row === null || row === undefined ? undefined : Number(row);
};

/** j and k, or the arrows, move the focus along the rows; Enter follows the link that has it. */
const useRowKeys = (list: List, count: number): void => {
  const wanted = useRef<number | null>(null);
  const rowOf = (index: number) =>
    list.current?.querySelector<HTMLElement>(`[data-row="${index}"]`);
  const move = (by: 1 | -1): void => {
    const current = currentRow() ?? wanted.current ?? undefined;
    const next = current === undefined ? 0 : Math.min(Math.max(current + by, 0), count - 1);
    wanted.current = next;
    const row = rowOf(next);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  };
  const down = (): void => move(1);
  const up = (): void => move(-1);
  useKeys({ j: down, k: up, ArrowDown: down, ArrowUp: up });
};
