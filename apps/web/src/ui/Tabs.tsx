import { type KeyboardEvent, type ReactNode, useId } from "react";
import styles from "./Tabs.module.css";

export interface Tab<K extends string> {
  readonly key: K;
  readonly label: string;
  /** How many things are behind it. */
  readonly count?: number;
}

interface TabsProps<K extends string> {
  readonly label: string;
  readonly tabs: ReadonlyArray<Tab<K>>;
  readonly chosen: K;
  readonly onChoose: (key: K) => void;
  /** What stands behind the chosen one. */
  readonly children: ReactNode;
}

/** Several sheets in one place. Arrow keys, Home and End turn them; Tab goes on into the sheet. */
export const Tabs = <K extends string>(props: TabsProps<K>) => {
  const { label, tabs, chosen, onChoose, children } = props;
  const id = useId();
  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    const next = tabAfter(tabs, chosen, event.key);
    if (next === undefined) return;
    event.preventDefault();
    onChoose(next.key);
    event.currentTarget.querySelector<HTMLElement>(`[data-key="${next.key}"]`)?.focus();
  };
  return (
    <div>
      <div
        role="tablist"
        tabIndex={-1}
        aria-label={label}
        className={styles.tabs}
        onKeyDown={onKey}
      >
        {tabs.map(({ key, label: says, count }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`${id}-${key}`}
            data-key={key}
            aria-selected={key === chosen}
            aria-controls={`${id}-sheet`}
            tabIndex={key === chosen ? 0 : -1}
            onClick={() => onChoose(key)}
          >
            {says}
            {count !== undefined && (
              <span className={styles.count}>{count.toLocaleString("en")}</span>
            )}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}-sheet`}
        aria-labelledby={`${id}-${chosen}`}
        tabIndex={-1}
        className={styles.sheet}
      >
        {children}
      </div>
    </div>
  );
};

const tabAfter = <K extends string>(
  tabs: ReadonlyArray<Tab<K>>,
  chosen: K,
  key: string,
): Tab<K> | undefined => {
  const now = tabs.findIndex((tab) => tab.key === chosen);
  if (key === "ArrowRight") return tabs[(now + 1) % tabs.length];
  if (key === "ArrowLeft") return tabs.at(now - 1);
  if (key === "Home") return tabs[0];
  return key === "End" ? tabs.at(-1) : undefined;
};
