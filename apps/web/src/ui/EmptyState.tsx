import type { ReactNode } from "react";
import styles from "./EmptyState.module.css";

interface EmptyStateProps {
  readonly title: string;
  readonly children?: ReactNode;
}

export const EmptyState = ({ title, children }: EmptyStateProps) => (
  <section className={styles.empty}>
    <h2>{title}</h2>
    {children}
  </section>
);
