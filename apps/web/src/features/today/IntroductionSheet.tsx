import type { IntroductionCard, IntroductionFit } from "@comity/domain/today/schema";
import { Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { TextArea } from "../../ui/Field.tsx";
import { toasts } from "../../ui/toasts.ts";
import { shortNameOf } from "../equity/words.ts";
import styles from "./IntroductionSheet.module.css";
import { introductionNote } from "./introductionNote.ts";

interface IntroductionSheetProps {
  readonly card: IntroductionCard;
  readonly onIntroduced: () => void;
}

/** What each can do for the other, a note to send, and that it is done. */
export const IntroductionSheet = ({ card, onIntroduced }: IntroductionSheetProps) => {
  const [note, setNote] = useState(() => introductionNote(card));
  const [one, other] = [shortNameOf(card.one.name), shortNameOf(card.other.name)];
  return (
    <div className={styles.sheet}>
      <dl className={styles.fits}>
        <Fit wants={one} can={other} fit={card.forOne} />
        <Fit wants={other} can={one} fit={card.forOther} />
      </dl>
      <TextArea label="A note to both" rows={11} maxLength={4_000} value={note} onText={setNote} />
      <div className={styles.verbs}>
        <Button small onClick={() => void copy(note)}>
          <Copy size={16} aria-hidden />
          Copy the note
        </Button>
        <Button small tone="give" onClick={onIntroduced}>
          I introduced them
        </Button>
      </div>
    </div>
  );
};

const copy = async (text: string): Promise<void> => {
  try {
    await navigator.clipboard.writeText(text);
    toasts.show({ text: "Copied.", about: "introduction" });
  } catch {
    toasts.show({
      text: "The browser does not let it be copied. Select the note and copy it by hand.",
      about: "introduction",
    });
  }
};

interface FitProps {
  readonly wants: string;
  readonly can: string;
  readonly fit: IntroductionFit;
}

const Fit = ({ wants, can, fit }: FitProps) => (
  <div>
    <dt>
      <bdi>{wants}</bdi> would like
    </dt>
    <dd>
      <bdi>{fit.goal.what}</bdi>
    </dd>
    <dt>
      <bdi>{can}</bdi> can help
    </dt>
    <dd>
      <bdi>{fit.offer}</bdi>
    </dd>
  </div>
);
