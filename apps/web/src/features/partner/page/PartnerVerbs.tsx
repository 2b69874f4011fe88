import type { RefObject } from "react";
import { Button } from "../../../ui/Button.tsx";
import styles from "../PartnerPage.module.css";
import type { Verb } from "./WorthDoingHere.tsx";

interface PartnerVerbsProps {
  readonly give: RefObject<HTMLButtonElement | null>;
  readonly ask: RefObject<HTMLButtonElement | null>;
  readonly contact: RefObject<HTMLButtonElement | null>;
  readonly onDo: (verb: Verb) => void;
}

/** The three verbs of a partner's page, in reach of the thumb on a phone. */
export const PartnerVerbs = ({ give, ask, contact, onDo }: PartnerVerbsProps) => (
  <div className={styles.verbs}>
    <Button tone="give" aria-keyshortcuts="n" ref={give} onClick={() => onDo("give")}>
      Give
    </Button>
    <Button tone="ask" aria-keyshortcuts="a" ref={ask} onClick={() => onDo("ask")}>
      Ask
    </Button>
    <Button ref={contact} onClick={() => onDo("contact")}>
      In touch
    </Button>
  </div>
);
