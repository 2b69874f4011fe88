import type { ReactNode } from "react";
import styles from "./Badge.module.css";

interface BadgeProps {
  readonly tone?: "neutral" | "give" | "ask" | "good" | "danger";
  readonly children: ReactNode;
}

/** A word or two that say what state something is in. */
export const Badge = ({ tone = "neutral", children }: BadgeProps) => (
  <span className={`${styles.badge} ${styles[tone]}`}>{children}</span>
);
