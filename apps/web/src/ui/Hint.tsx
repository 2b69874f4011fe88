import { Info } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./Hint.module.css";

/** One sentence of advice where it is needed. Always to be seen: nothing here waits for a mouse. */
export const Hint = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.hint}>
    <Info size={16} aria-hidden />
    <p>{children}</p>
  </div>
);
