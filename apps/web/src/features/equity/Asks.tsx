import type { Ask } from "@comity/domain/equity/schema";
import { msOf, shortDay } from "../../ui/clock.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import styles from "./Asks.module.css";
import { OpenAsk } from "./OpenAsk.tsx";
import { amountInWords, askStateInWords } from "./words.ts";

interface AsksProps {
  readonly asks: ReadonlyArray<Ask>;
  readonly name: string;
}

/** Open asks wait for an answer; past ones are folded away. */
export const Asks = ({ asks, name }: AsksProps) => {
  const open = asks.filter(({ state }) => state === "open");
  const past = asks.filter(({ state }) => state !== "open");
  if (asks.length === 0) return null;
  return (
    <section className={styles.asks} aria-labelledby="asks">
      <h2 id="asks">{open.length > 0 ? "Open asks" : "Asks"}</h2>
      {open.length > 0 && (
        <ul>
          {open.map((ask) => (
            <OpenAsk key={ask.id} ask={ask} name={name} />
          ))}
        </ul>
      )}
      {past.length > 0 && (
        <Disclosure summary={past.length === 1 ? "One past ask" : `${past.length} past asks`}>
          <ul className={styles.past}>
            {past.map((ask) => (
              <PastAsk key={ask.id} ask={ask} />
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
};

const PastAsk = ({ ask }: { readonly ask: Ask }) => (
  <li>
    <span className={styles.what}>{ask.what}</span>
    <small>
      {[
        shortDay(msOf(ask.closedAt ?? ask.openedAt)),
        amountInWords(ask.cost),
        askStateInWords[ask.state],
      ].join(" · ")}
    </small>
    {ask.overrideReason !== null && (
      <small>{`Asked before it was earned: ${ask.overrideReason}`}</small>
    )}
  </li>
);
