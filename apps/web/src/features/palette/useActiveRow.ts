import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import type { Row } from "./rows.ts";

interface Chosen {
  readonly rows: ReadonlyArray<Row>;
  /** An answer is on its way. */
  readonly isBusy: boolean;
  readonly onChoose: (row: Row) => void;
}

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

/** The row that Enter would choose: the first, until the arrows or the mouse want another. */
export const useActiveRow = ({ rows, isBusy, onChoose }: Chosen) => {
  const [wanted, setWanted] = useState<string>();
  const isAwaited = useRef(false);
  const active = rows.find((row) => row.id === wanted) ?? rows[0];
  // Enter came before the answer: the first row is taken when it is there.
  const takeAwaited = useEffectEvent((): void => {
    if (isAwaited.current && active !== undefined) onChoose(active);
    isAwaited.current = false;
  });
  useEffect(() => {
    if (!isBusy) takeAwaited();
  }, [isBusy]);
  const startAnew = (): void => {
    isAwaited.current = false;
    setWanted(undefined);
  };
  const enter = (): void => {
    if (active === undefined) {
      isAwaited.current = isBusy;
      return;
    }
    setWanted(undefined);
    onChoose(active);
  };
  /** False for a key that means nothing here. */
  const press = (event: KeyboardEvent): boolean => {
    const next = rowAfter(rows, active, event.key);
    if (event.key === "Enter" && !event.nativeEvent.isComposing) enter();
    else if (next === undefined) return false;
    else setWanted(next.id);
    return true;
  };
  return { active, point: (row: Row) => setWanted(row.id), press, startAnew };
};
