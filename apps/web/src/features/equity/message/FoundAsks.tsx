import { amountInWords } from "@comity/domain/equity/rules";
import type { Coverage } from "@comity/domain/equity/schema";
import type { FoundAsk, MessageVerdict } from "@comity/domain/outreach/schema";
import { Button } from "../../../ui/Button.tsx";
import styles from "./BeforeYouSend.module.css";
import { EarningGifts } from "../asking/EarningGifts.tsx";
import { looksInWords, partsOf, whatOf } from "./messageInWords.ts";
import { useStatement } from "../reading.ts";
import type { AskPrefill } from "../asking/useAskDraft.ts";
import { Verdict } from "../asking/Verdict.tsx";

interface FoundAsksProps {
  readonly partnerId: string;
  readonly name: string;
  /** The text that was read. */
  readonly text: string;
  readonly verdict: MessageVerdict;
  readonly coverage: Coverage;
  readonly onChange: () => void;
  readonly onAsk: ((draft: AskPrefill) => void) | undefined;
}

/** The message read back with its asks marked, how large they look, and whether all of it is earned. */
export const FoundAsks = (props: FoundAsksProps) => {
  const { partnerId, name, text, verdict, coverage, onChange, onAsk } = props;
  const { data: statement } = useStatement(partnerId);
  const { asks, cost } = verdict;
  const isOne = asks.length === 1;
  return (
    <>
      <ReadBack text={text} asks={asks} />
      <ol className={styles.found}>
        {asks.map((ask, index) => (
          <li key={ask.start}>
            <p>
              {!isOne && <span className={styles.number}>{`${index + 1}. `}</span>}
              {looksInWords(ask, name)}
            </p>
            {onAsk !== undefined && (
              <Button
                small
                aria-label={`Ask for this: ${whatOf(ask.text)}`}
                onClick={() => onAsk(prefillOf(ask))}
              >
                Ask for this
              </Button>
            )}
          </li>
        ))}
      </ol>
      {!isOne && (
        <p className={styles.together}>{`All of it together looks like ${amountInWords(cost)}.`}</p>
      )}
      {statement !== undefined && (
        <>
          <Verdict verdict={coverage} statement={statement} name={name} />
          <EarningGifts
            partnerId={partnerId}
            verdict={coverage}
            statement={statement}
            asked={{ cost, offer: undefined }}
            onChange={onChange}
          />
        </>
      )}
    </>
  );
};

const prefillOf = ({ text, cost, kindId }: FoundAsk): AskPrefill => ({
  what: whatOf(text),
  cost,
  ...(kindId === null ? {} : { kindId }),
});

interface ReadBackProps {
  readonly text: string;
  readonly asks: ReadonlyArray<FoundAsk>;
}

/** Long messages scroll within, so that the verdict stays near. */
const ReadBack = ({ text, asks }: ReadBackProps) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls has to be reached by the keyboard
  <section className={styles.readBack} aria-label="Your message, read back" tabIndex={0}>
    {partsOf(text, asks).map(({ start, text: part, ask }) => {
      if (ask === undefined) return <span key={start}>{part}</span>;
      const isClear = asks[ask]?.certainty === "clear";
      return (
        <mark key={start} className={isClear ? styles.clear : styles.likely}>
          {part}
          {asks.length > 1 && <sup>{ask + 1}</sup>}
        </mark>
      );
    })}
  </section>
);
