import { Button } from "../../ui/Button.tsx";
import { useFirstFocus } from "../../ui/useFirstFocus.ts";
import styles from "./DeckPage.module.css";

/** Why anyone should answer questions about people they know. Shown once. */
export const Introduction = ({ onBegin }: { readonly onBegin: () => void }) => (
  <section className={styles.introduction}>
    <h1>A friend of ten years should not start at zero.</h1>
    <p>
      Comity knows what you write down, and nothing else. So somebody whom you have helped for years
      looks like a stranger here, and even a small ask would seem too early.
    </p>
    <p>
      Here you tell from memory, roughly, what stood between you: three questions about each person,
      one tap or key for each. It becomes one line in your account with them.
    </p>
    <p className={styles.aside}>
      Skip whom you like and stop when you like: next time it goes on where you stopped.
    </p>
    <Button tone="give" ref={useFirstFocus<HTMLButtonElement>()} onClick={onBegin}>
      Begin
    </Button>
  </section>
);
