import type { ComponentProps, ReactNode } from "react";
import { Link } from "wouter";
import styles from "./IconButton.module.css";

interface Named {
  readonly "aria-label": string;
}

/** A picture to press, as large as a thumb wants it. */
export const IconButton = ({ className, ...rest }: ComponentProps<"button"> & Named) => (
  <button type="button" {...rest} className={`${styles.icon} ${className ?? ""}`} />
);

interface IconLinkProps extends Named {
  readonly href: string;
  readonly title: string;
  readonly children: ReactNode;
}

export const IconLink = (props: IconLinkProps) => <Link {...props} className={styles.icon} />;
