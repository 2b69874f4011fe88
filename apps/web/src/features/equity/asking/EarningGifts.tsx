import { amountInWords } from "@comity/domain/equity/rules";
import type { Coverage, GiftSuggestion, Statement, Transfer } from "@comity/domain/equity/schema";
import { useEffect, useRef, useState } from "react";
import { newId } from "../../../identity/newId.ts";
import { Button } from "../../../ui/Button.tsx";
import { Trouble } from "../../../ui/Trouble.tsx";
import { workspace } from "../../../workspace/client.ts";
import { useWrite } from "../../../workspace/useWrite.ts";
import { type EarningPlan, giftsToShow, planWithout } from "./earningPlan.ts";
import styles from "./EarningGifts.module.css";
import { useRefresh } from "../reading.ts";
import { type Asked, outlookInWords } from "./verdictInWords.ts";

interface EarningGiftsProps {
  readonly partnerId: string;
  readonly verdict: Coverage;
  readonly statement: Statement;
  readonly asked: Asked;
  readonly onChange: () => void;
}

/** The small gifts that would earn the ask. What has been done is written down, and taken back, from here. */
export const EarningGifts = (props: EarningGiftsProps) => {
  const { partnerId, verdict, statement, asked, onChange } = props;
  const [plan, setPlan] = useState<EarningPlan>();
  const gifts = giftsToShow(plan, verdict, statement.policy);
  const { done, isSaving, trouble, give, undo } = useGiftsGiven(partnerId, onChange);
  const all = useFocusKept(`${gifts.length} ${done.length}`);
  if (gifts.length === 0 && done.length === 0 && trouble === undefined) return null;
  return (
    <div className={styles.all} ref={all}>
      {gifts.length > 0 && (
        <section className={styles.gifts}>
          <h3>{headingOf(gifts.length)}</h3>
          <ol>
            {gifts.map((gift, index) => (
              // The same gift may stand in the list twice, and the list changes as a whole.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={`${index} ${gift.what}`}>
                <span className={styles.what}>{gift.what}</span>
                <p className={styles.about}>
                  {`takes you ${amountInWords(gift.cost)}, means ${amountInWords(gift.benefit)} to them`}
                  <span className={styles.outlook}>{outlookInWords(gift, asked, statement)}</span>
                </p>
                <Button
                  small
                  aria-disabled={isSaving}
                  onClick={() => void give(gift, () => setPlan(planWithout(gifts, gift, verdict)))}
                >
                  I did this
                </Button>
              </li>
            ))}
          </ol>
          {gifts.length > 1 && <p className={styles.together}>{togetherInWords(gifts)}</p>}
        </section>
      )}
      {done.length > 0 && (
        <ul className={styles.done} aria-label="Written down just now">
          {done.map((entry) => (
            <li key={entry.id}>
              {`Written down: ${entry.note}`}
              <Button small tone="quiet" aria-disabled={isSaving} onClick={() => void undo(entry)}>
                Undo
              </Button>
            </li>
          ))}
        </ul>
      )}
      {trouble !== undefined && <Trouble>{trouble}</Trouble>}
    </div>
  );
};

/** A button that was pressed may be gone afterwards: then the focus goes to the first one that is left. */
const useFocusKept = (shown: string) => {
  const all = useRef<HTMLDivElement>(null);
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    const { activeElement } = document;
    const isLost = activeElement === document.body || activeElement instanceof HTMLDialogElement;
    if (isLost) all.current?.querySelector("button")?.focus();
  }, [shown]);
  return all;
};

const togetherInWords = (gifts: ReadonlyArray<GiftSuggestion>): string =>
  `Together they take you ${amountInWords(gifts.reduce((sum, { cost }) => sum + cost, 0))}.`;

const useGiftsGiven = (partnerId: string, onChange: () => void) => {
  const refresh = useRefresh();
  const [done, setDone] = useState<ReadonlyArray<Transfer>>([]);
  const { write, isSaving, trouble } = useWrite();
  // Kept until the gift is written down, so that a retry after a lost answer is the same gift.
  const giftId = useRef(newId());

  const change = (send: () => Promise<void>): Promise<void> =>
    write(async () => {
      await send();
      await refresh(partnerId);
      onChange();
    });

  const give = ({ what, cost, benefit }: GiftSuggestion, onGiven: () => void) =>
    change(async () => {
      const gift = { id: giftId.current, from: "me", to: partnerId, cost, benefit, note: what };
      const entry = await workspace.entries.record(gift);
      giftId.current = newId();
      setDone((before) => [...before, entry]);
      onGiven();
    });

  const undo = (entry: Transfer) =>
    change(async () => {
      await workspace.entries.reverse(entry.id);
      setDone((before) => before.filter(({ id }) => id !== entry.id));
    });

  return { done, isSaving, trouble, give, undo };
};

const headingOf = (count: number): string =>
  count === 1
    ? "This small gift would get you there"
    : `These ${count === 2 ? "two" : "three"} small gifts would get you there`;
