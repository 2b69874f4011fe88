import type { Ask } from "@comity/domain/equity/schema";
import { useRef } from "react";
import { nowMs } from "../../../ui/clock.ts";
import { Disclosure } from "../../../ui/Disclosure.tsx";
import styles from "./Asks.module.css";
import { closingNote } from "./asksInWords.ts";
import { OpenAsk } from "./OpenAsk.tsx";
import { PastAsk } from "./PastAsk.tsx";
import { useStatement } from "../reading.ts";

interface AsksProps {
  readonly asks: ReadonlyArray<Ask>;
  readonly name: string;
}

/** Open asks wait for an answer; those that ran out and past ones are folded away. */
export const Asks = ({ asks, name }: AsksProps) => {
  const [newest] = asks;
  return newest === undefined ? null : (
    <Listed asks={asks} name={name} partnerId={newest.partnerId} />
  );
};

const Listed = ({ asks, name, partnerId }: AsksProps & { readonly partnerId: string }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const toHeading = (): void => heading.current?.focus();
  const { data: statement } = useStatement(partnerId);
  const open = asks.filter(({ state }) => state === "open");
  const unanswered = asks.filter(({ state }) => state === "expired");
  const past = asks.filter(({ state }) => state !== "open" && state !== "expired");
  const note = statement && closingNote(open, statement, nowMs());
  const answerable = (each: ReadonlyArray<Ask>) => (
    <ul>
      {each.map((ask) => (
        <OpenAsk key={ask.id} ask={ask} name={name} onAnswered={toHeading} />
      ))}
    </ul>
  );
  return (
    <section className={styles.asks} aria-labelledby="asks">
      <h2 id="asks" ref={heading} tabIndex={-1}>
        {open.length > 0 ? "Open asks" : "Asks"}
      </h2>
      {open.length > 0 && answerable(open)}
      {note !== undefined && <p className={styles.note}>{note}</p>}
      {unanswered.length > 0 && (
        <Disclosure summary={unansweredInWords(unanswered.length)}>
          <p className={styles.note}>
            {`${unanswered.length === 1 ? "It holds" : "They hold"} nothing any more. If an answer comes after all, write it down here.`}
          </p>
          {answerable(unanswered)}
        </Disclosure>
      )}
      {past.length > 0 && (
        <Disclosure summary={past.length === 1 ? "One past ask" : `${past.length} past asks`}>
          <ul className={styles.past}>
            {past.map((ask) => (
              <PastAsk key={ask.id} ask={ask} onReopened={toHeading} />
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
};

const unansweredInWords = (count: number): string =>
  count === 1 ? "No answer came to one ask" : `No answer came to ${count} asks`;
