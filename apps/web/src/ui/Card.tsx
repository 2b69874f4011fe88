import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "wouter";
import styles from "./Card.module.css";

interface CardProps {
  /** The line at its edge: what the card is about. */
  readonly tone?: "plain" | "give" | "ask" | "good" | "danger";
  readonly title?: string;
  /** Beside the title. */
  readonly verbs?: ReactNode;
  readonly children: ReactNode;
}

/** A sheet on the page: what belongs together lies on one. */
export const Card = ({ tone = "plain", title, verbs, children }: CardProps) => (
  <section className={`${styles.card} ${styles[tone]}`} aria-label={title}>
    {(title !== undefined || verbs !== undefined) && (
      <header className={styles.head}>
        {title !== undefined && <h2>{title}</h2>}
        {verbs}
      </header>
    )}
    {children}
  </section>
);

interface CardLinkProps {
  readonly href: string;
  readonly title: string;
  readonly detail?: string;
}

/** A row of a card that leads on. */
export const CardLink = ({ href, title, detail }: CardLinkProps) => (
  <Link href={href} className={styles.link}>
    <span>
      <span className={styles.title}>{title}</span>
      {detail !== undefined && <span className={styles.detail}>{detail}</span>}
    </span>
    <ChevronRight size={20} aria-hidden />
  </Link>
);
