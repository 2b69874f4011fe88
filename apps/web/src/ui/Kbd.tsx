import styles from "./Kbd.module.css";
import { modKey } from "./modKey.ts";

/** A key, or several after each other, as they are written on a keyboard: `g p`, `mod+k`. */
export const Kbd = ({ keys }: { readonly keys: string }) => (
  <span className={styles.keys}>
    {keys.split(" ").map((key) => (
      <kbd key={key}>
        {key.replace(/^mod\+(.)$/, (_, letter: string) => `${modKey} ${letter.toUpperCase()}`)}
      </kbd>
    ))}
  </span>
);
