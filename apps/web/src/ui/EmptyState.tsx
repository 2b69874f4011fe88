import type { ReactNode } from "react";
import styles from "./EmptyState.module.css";

interface EmptyStateProps {
  readonly title: string;
  /** The title is that of the whole page. */
  readonly isPage?: boolean;
  readonly children?: ReactNode;
}

export const EmptyState = ({ title, isPage = false, children }: EmptyStateProps) => (
  <section className={styles.empty}>
    {isPage ? <h1>{title}</h1> : <h2>{title}</h2>}
    {children}
  </section>
);
