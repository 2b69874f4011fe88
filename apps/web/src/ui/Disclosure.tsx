import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./Disclosure.module.css";

interface DisclosureProps {
  readonly summary: string;
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** More, for those who want it. */
export const Disclosure = ({ summary, open = false, children }: DisclosureProps) => (
  <details className={styles.disclosure} open={open}>
    <summary>
      <ChevronRight size={16} aria-hidden />
      {summary}
    </summary>
    <div className={styles.content}>{children}</div>
  </details>
);
