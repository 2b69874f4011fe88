import type { ComponentProps } from "react";
import styles from "./Button.module.css";

interface ButtonProps extends ComponentProps<"button"> {
  /** give and ask carry the accents of the two verbs; quiet is for everything beside them. */
  readonly tone?: "give" | "ask" | "plain" | "quiet";
  readonly small?: boolean;
}

export const Button = ({ tone = "plain", small = false, className, ...rest }: ButtonProps) => (
  <button
    type="button"
    {...rest}
    className={[styles.button, styles[tone], small ? styles.small : "", className ?? ""].join(" ")}
  />
);
