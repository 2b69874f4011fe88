import type { TodayCard } from "@comity/domain/today/schema";
import { Check } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Link } from "wouter";
import { Button } from "../../ui/Button.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import styles from "./CardRow.module.css";
import { namesIn, whatInWords, whyOf } from "./cardInWords.ts";
import { GiveVerbs } from "./GiveVerbs.tsx";
import { IntroductionSheet } from "./IntroductionSheet.tsx";
import { LaterMenu } from "./LaterMenu.tsx";
import { Named } from "./Named.tsx";
import type { CardVerbs } from "./useCardVerbs.ts";
import { WayLink } from "./WayLink.tsx";

interface CardProps {
  readonly card: TodayCard;
  readonly verbs: CardVerbs;
}

/** Who, what, and why in a sentence, with the one tap that does it. */
export const CardRow = ({ card, verbs }: CardProps) => {
  const [isOpen, setOpen] = useState(false);
  const what = whatInWords(card);
  const names = namesIn(card);
  return (
    <li className={styles.card} data-card tabIndex={-1}>
      <div className={styles.words}>
        <h3 className={styles.what}>
          <Named text={what} names={names} />
        </h3>
        <Who card={card} />
        {card.kind === "open-ask" && (
          <p className={styles.quote}>
            “<bdi>{card.what}</bdi>”
          </p>
        )}
        <p className={styles.why}>
          <Named text={whyOf(card)} names={names} />
        </p>
      </div>
      <div className={styles.verbs}>
        <Verbs card={card} verbs={verbs} isOpen={isOpen} onOpen={() => setOpen(!isOpen)} />
        <span className={styles.beside}>
          <LaterMenu what={what} onLater={(until) => void verbs.putOff(card, until, "later")} />
          <IconButton
            data-key="e"
            aria-label={`Done: ${what}`}
            aria-keyshortcuts="e"
            title="Done for today (e)"
            onClick={() => void verbs.done(card)}
          >
            <Check size={18} aria-hidden />
          </IconButton>
        </span>
      </div>
      {card.kind === "introduction" && isOpen && (
        <IntroductionSheet card={card} onIntroduced={() => void verbs.introduce(card)} />
      )}
    </li>
  );
};

const Who = ({ card }: { readonly card: TodayCard }) => (
  <p className={styles.who}>
    {(card.kind === "introduction" ? [card.one, card.other] : [card.partner]).map(
      ({ id, name, organisation }) => (
        <Link key={id} href={`/partners/${id}`}>
          <bdi>{name}</bdi>
          {organisation !== "" && (
            <>
              {", "}
              <bdi>{organisation}</bdi>
            </>
          )}
        </Link>
      ),
    )}
  </p>
);

interface VerbsProps extends CardProps {
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

/** The first of them is what Enter does. */
const Verbs = ({ card, verbs, isOpen, onOpen }: VerbsProps): ReactNode => {
  switch (card.kind) {
    case "silence":
      return <TouchVerbs card={card} verbs={verbs} />;
    case "open-ask":
      return (
        <>
          <Button small data-do onClick={() => void verbs.granted(card)}>
            They said yes
          </Button>
          <Button small onClick={() => void verbs.declined(card)}>
            They said no
          </Button>
        </>
      );
    case "introduction":
      return (
        <Button small data-do aria-expanded={isOpen} onClick={onOpen}>
          {isOpen ? "Fold" : "Introduce"}
        </Button>
      );
    case "move":
      return <MoveVerbs card={card} verbs={verbs} />;
  }
};

type MoveCard = Extract<TodayCard, { kind: "move" }>;

const MoveVerbs = ({ card, verbs }: { readonly card: MoveCard; readonly verbs: CardVerbs }) => {
  switch (card.move.kind) {
    case "give":
    case "first-gift":
      return <GiveVerbs card={card} onGiven={(kind) => void verbs.give(card, kind)} />;
    case "keep-in-touch":
      return <TouchVerbs card={card} verbs={verbs} />;
    case "ask":
      return <WayLink verb="ask" partner={card.partner} isFirst />;
    case "stop-asking":
      return <WayLink verb="look" partner={card.partner} isFirst />;
  }
};

interface TouchVerbsProps {
  readonly card: Extract<TodayCard, { partner: unknown }>;
  readonly verbs: CardVerbs;
}

const TouchVerbs = ({ card, verbs }: TouchVerbsProps) => (
  <>
    <Button small data-do onClick={() => void verbs.inTouch(card)}>
      We were in touch
    </Button>
    <WayLink verb="give" partner={card.partner} />
  </>
);
