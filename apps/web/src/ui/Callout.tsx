import type { ReactNode } from "react";
import styles from "./Callout.module.css";

interface CalloutProps {
  /** The line at its edge and the wash behind it: what it is about. */
  readonly tone: "give" | "ask" | "good" | "danger" | "neutral";
  readonly role?: "alert" | "note";
  readonly children: ReactNode;
}

/** A passage that stands out of what is around it. Where it fails, `Trouble` says it. */
export const Callout = ({ tone, role, children }: CalloutProps) => (
  <div className={`${styles.callout} ${styles[tone]}`} role={role}>
    {children}
  </div>
);
