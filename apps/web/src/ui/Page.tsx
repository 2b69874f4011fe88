import type { ReactNode } from "react";
import { BackLink } from "./BackLink.tsx";
import styles from "./Page.module.css";
import { useScrollKept } from "./useScrollKept.ts";

interface PageProps {
  /** At the head of the page, and in the title of the window. */
  readonly title: string;
  /** Below the title: where one is, or what day it is. */
  readonly aside?: ReactNode;
  /** Beside the title: the verbs of the page. */
  readonly verbs?: ReactNode;
  /** From where one came. Left out on the four places themselves. */
  readonly back?: { readonly href: string; readonly label: string };
  /** For pages that are read rather than looked over. */
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

/** A page with its head. It comes back to where one was when it was left. */
export const Page = ({ title, aside, verbs, back, narrow = false, children }: PageProps) => {
  useScrollKept(title);
  return (
    <main className={`${styles.page} ${narrow ? styles.narrow : ""}`}>
      <title>{`${title} · Comity`}</title>
      {back !== undefined && <BackLink href={back.href}>{back.label}</BackLink>}
      <header className={styles.head}>
        <div>
          <h1>{title}</h1>
          {aside !== undefined && <p className={styles.aside}>{aside}</p>}
        </div>
        {verbs !== undefined && <div className={styles.verbs}>{verbs}</div>}
      </header>
      {children}
    </main>
  );
};
