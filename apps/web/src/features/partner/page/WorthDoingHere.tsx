import type { Move } from "@comity/domain/equity/schema";
import { Button } from "../../../ui/Button.tsx";
import { moveInWords, whyInWords } from "../../moves/moveInWords.ts";
import { useMove } from "./reading.ts";
import styles from "./WorthDoingHere.module.css";

export type Verb = "give" | "ask" | "contact";

interface WorthDoingHereProps {
  readonly partnerId: string;
  readonly name: string;
  readonly onDo: (verb: Verb) => void;
}

/** What is worth doing with this partner now, with the button that does it. Often it is nothing. */
export const WorthDoingHere = ({ partnerId, name, onDo }: WorthDoingHereProps) => {
  const { data: move } = useMove(partnerId);
  if (move === undefined) return null;
  const way = wayOf(move);
  return (
    <section className={styles.worth} aria-label="Worth doing now">
      <div>
        <p className={styles.what}>{moveInWords(move, name)}</p>
        <p className={styles.why}>{whyInWords(move)}</p>
      </div>
      {way !== undefined && (
        <Button small onClick={() => onDo(way.verb)}>
          {way.label}
        </Button>
      )}
    </section>
  );
};

const wayOf = ({ kind }: Move): { readonly label: string; readonly verb: Verb } | undefined => {
  switch (kind) {
    case "ask":
      return { label: "Look at the ask", verb: "ask" };
    case "give":
    case "first-gift":
      return { label: "Write down a gift", verb: "give" };
    case "keep-in-touch":
      return { label: "We were in touch", verb: "contact" };
    case "stop-asking":
      return undefined;
  }
};
