import type { ComponentProps, ReactNode } from "react";
import { Link } from "wouter";
import styles from "./Button.module.css";

/** give and ask carry the accents of the two verbs; quiet is for everything beside them. */
type Tone = "give" | "ask" | "good" | "danger" | "plain" | "quiet";

interface ButtonProps extends ComponentProps<"button"> {
  readonly tone?: Tone;
  readonly small?: boolean;
  /** What it began still runs: it shows that, and takes no second press. */
  readonly busy?: boolean;
}

const classOf = (tone: Tone, small: boolean, more: string | undefined): string =>
  [styles.button, styles[tone], small ? styles.small : "", more ?? ""].join(" ");

export const Button = (props: ButtonProps) => {
  const { tone = "plain", small = false, busy = false, className, children, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      {...(busy ? { "aria-busy": true, "aria-disabled": true, onClick: undefined } : {})}
      className={classOf(tone, small, className)}
    >
      {busy && <span className={styles.turning} aria-hidden />}
      {children}
    </button>
  );
};

interface ButtonLinkProps {
  readonly href: string;
  readonly tone?: Tone;
  readonly small?: boolean;
  readonly children: ReactNode;
  readonly "aria-label"?: string;
}

/** Leads to another page, and looks like the verb that it is there. */
export const ButtonLink = ({ tone = "plain", small = false, ...rest }: ButtonLinkProps) => (
  <Link {...rest} className={classOf(tone, small, undefined)} />
);
