import { ArrowLeft } from "lucide-react";
import { Link } from "wouter";
import styles from "./BackLink.module.css";

/** The way back, at the head of a page. */
export const BackLink = ({
  href,
  children,
}: {
  readonly href: string;
  readonly children: string;
}) => (
  <Link href={href} className={styles.back}>
    <ArrowLeft size={18} aria-hidden />
    {children}
  </Link>
);
