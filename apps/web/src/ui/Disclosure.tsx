import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./Disclosure.module.css";

interface DisclosureProps {
  readonly summary: string;
  readonly open?: boolean;
  readonly onOpen?: () => void;
  readonly children: ReactNode;
}

/** More, for those who want it. */
export const Disclosure = ({ summary, open = false, onOpen, children }: DisclosureProps) => (
  <details
    className={styles.disclosure}
    open={open}
    onToggle={(event) => {
      if (event.currentTarget.open) onOpen?.();
    }}
  >
    <summary>
      <ChevronRight size={16} aria-hidden />
      {summary}
    </summary>
    <div className={styles.content}>{children}</div>
  </details>
);
