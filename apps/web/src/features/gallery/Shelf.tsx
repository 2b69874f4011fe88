import type { ReactNode } from "react";
import styles from "./Shelf.module.css";

interface ShelfProps {
  /** What is on it, as `ui/` calls it. */
  readonly title: string;
  readonly children: ReactNode;
}

/** One kind of part. The test takes one picture of each. */
export const Shelf = ({ title, children }: ShelfProps) => (
  <section className={styles.shelf} aria-label={title} data-shelf={title}>
    <h2>{title}</h2>
    {children}
  </section>
);

interface StatesProps {
  /** Several beside each other, or each on a line of its own. */
  readonly layout?: "row" | "grid";
  readonly children: ReactNode;
}

export const States = ({ layout = "row", children }: StatesProps) => (
  <div className={styles[layout]}>{children}</div>
);

export const longText =
  "Maximiliana von Wolkenstein-Trostburg, who writes names that never seem to end, and still wants to be read";
