/** What can be done with a card: each takes one tap, and has its undo. */
import { ProblemError } from "@comity/client";
import type { Kind } from "@comity/domain/equity/schema";
import type { IntroductionCard, OpenAskCard, TodayCard } from "@comity/domain/today/schema";
import { useQueryClient } from "@tanstack/react-query";
import { newId } from "../../identity/newId.ts";
import { daysAfter, plainDateInWords, today } from "../../ui/clock.ts";
import { toasts } from "../../ui/toasts.ts";
import { workspace } from "../../workspace/client.ts";
import { troubleInWords } from "../../workspace/troubleInWords.ts";
import { useRefresh } from "../equity/reading.ts";
import { reopenTroubleInWords } from "../equity/asking/asksInWords.ts";
import { noteStep } from "./firstSteps.ts";
import { shortNameOf } from "../equity/words.ts";
import { hideCard, refreshToday } from "./reading.ts";

interface Doing {
  readonly card: TodayCard;
  /** Runs again after a failure, so its ids are minted outside of it. */
  readonly run: () => Promise<unknown>;
  readonly said: string;
  readonly takeBack: () => Promise<unknown>;
  readonly undone: string;
  readonly inWords?: (error: unknown) => string;
}

const isRefused = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.status < 500;

export const useCardVerbs = () => {
  const client = useQueryClient();
  const refreshPartner = useRefresh();

  const refresh = async (card: TodayCard): Promise<void> => {
    const people = card.kind === "introduction" ? [card.one, card.other] : [card.partner];
    await Promise.all([refreshToday(client), ...people.map(({ id }) => refreshPartner(id))]);
  };

  const attempt = async (
    card: TodayCard,
    run: () => Promise<unknown>,
    said: () => void,
    inWords: (error: unknown) => string = troubleInWords,
  ): Promise<void> => {
    try {
      await run();
      said();
    } catch (error) {
      const again = { label: "Try again", run: () => void attempt(card, run, said, inWords) };
      const action = isRefused(error) ? {} : { action: again };
      toasts.show({ text: inWords(error), about: card.key, ...action });
    }
    await refresh(card).catch(() => undefined);
  };

  const perform = async ({ card, run, said, takeBack, undone, inWords }: Doing): Promise<void> => {
    await hideCard(client, card);
    const sayUndone = (): void => void toasts.show({ text: undone, about: card.key });
    const undo = (): void => void attempt(card, takeBack, sayUndone, inWords);
    await attempt(card, run, () =>
      toasts.show({ text: said, about: card.key, action: { label: "Undo", run: undo } }),
    );
  };

  const putOff = (card: TodayCard, until: string, reason: "later" | "done"): Promise<void> =>
    perform({
      card,
      run: () => workspace.today.snooze(card.key, { until, reason }),
      said: reason === "done" ? "Done for today." : `Put off until ${plainDateInWords(until)}.`,
      takeBack: () => workspace.today.unsnooze(card.key),
      undone: "It is back.",
    });

  const inTouch = (card: Extract<TodayCard, { partner: unknown }>): Promise<void> => {
    const id = newId();
    const { partner } = card;
    return perform({
      card,
      run: () => workspace.contacts.record({ id, partnerId: partner.id, means: "wrote", by: "me" }),
      said: `Written down: you wrote to ${shortNameOf(partner.name)}.`,
      takeBack: () => workspace.contacts.remove(id),
      undone: "Taken out.",
    });
  };

  const give = (card: Extract<TodayCard, { kind: "move" }>, kind: Kind): Promise<void> => {
    const [id, reversalId] = [newId(), newId()];
    return perform({
      card,
      run: async () => {
        const to = card.partner.id;
        await workspace.entries.record({ id, from: "me", to, kindId: kind.id });
        noteStep("gift");
      },
      said: `Written down for ${shortNameOf(card.partner.name)}: ${kind.what}.`,
      takeBack: () => workspace.entries.reverse(id, { id: reversalId }),
      undone: "Taken back.",
    });
  };

  const introduce = (card: IntroductionCard): Promise<void> =>
    perform({ card, ...introducing(card) });

  const granted = (card: OpenAskCard): Promise<void> => {
    const [entryId, reversalId] = [newId(), newId()];
    return perform({
      card,
      run: () => workspace.asks.grant(card.askId, { entryId }),
      said: "Written down: they said yes.",
      takeBack: () => workspace.entries.reverse(entryId, { id: reversalId }),
      undone: "Taken back. The ask waits for an answer again.",
    });
  };

  const declined = (card: OpenAskCard): Promise<void> =>
    perform({
      card,
      run: () => workspace.asks.decline(card.askId),
      said: "They said no.",
      takeBack: () => workspace.asks.reopen(card.askId),
      undone: "The ask waits for an answer again.",
      inWords: reopenTroubleInWords,
    });

  return {
    putOff,
    done: (card: TodayCard): Promise<void> => putOff(card, daysAfter(today(), 1), "done"),
    inTouch,
    give,
    introduce,
    granted,
    declined,
  };
};

export type CardVerbs = ReturnType<typeof useCardVerbs>;

/** One introduction is a gift to both, and from then on they know each other. */
const introducing = ({ one, other }: IntroductionCard) => {
  const gifts = [
    { to: one, met: other, id: newId(), reversalId: newId() },
    { to: other, met: one, id: newId(), reversalId: newId() },
  ];
  const [short, shortOther] = [shortNameOf(one.name), shortNameOf(other.name)];
  return {
    run: async (): Promise<void> => {
      for (const { id, to, met } of gifts) {
        const note = `Introduced to ${met.name}`.slice(0, 500);
        await workspace.entries.record({ id, from: "me", to: to.id, kindId: "introduction", note });
      }
      await workspace.partners.relate(one.id, "knows", other.id);
    },
    said: `Two gifts at once: ${short} and ${shortOther} know each other.`,
    takeBack: async (): Promise<void> => {
      for (const { id, reversalId } of gifts) {
        await workspace.entries.reverse(id, { id: reversalId });
      }
      await workspace.partners.unrelate(one.id, "knows", other.id);
    },
    undone: "Both gifts are taken back.",
  };
};
