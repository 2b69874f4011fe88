/** Puts the sample into an empty workspace, so that each thing seems to have happened when it did. */
import { Contacts } from "@comity/domain/contact";
import { ContactDraft } from "@comity/domain/contact/schema";
import { RelationshipEquity } from "@comity/domain/equity";
import { AskDraft, BreachDraft, OpeningDraft, TransferDraft } from "@comity/domain/equity/schema";
import { Partners } from "@comity/domain/partner";
import { PartnerDraft, type PartnerId } from "@comity/domain/partner/schema";
import type { DomainServices } from "@comity/domain/services";
import { InnerStrategy } from "@comity/domain/strategy";
import { StrategyChange } from "@comity/domain/strategy/schema";
import { dayOf, nowMs } from "@comity/domain/time";
import { Settings } from "@comity/store";
import * as Clock from "effect/Clock";
import * as Effect from "effect/Effect";
import { people, type SampleName, type SamplePerson } from "./people.ts";
import { acquaintances, answers, type SampleEvent, story } from "./story.ts";

const dayMs = 86_400_000;

/** A clock that stands still, in the past. */
const standingAt = (ms: number): Clock.Clock => ({
  currentTimeMillisUnsafe: () => ms,
  currentTimeMillis: Effect.succeed(ms),
  currentTimeNanosUnsafe: () => BigInt(ms) * 1_000_000n,
  currentTimeNanos: Effect.succeed(BigInt(ms) * 1_000_000n),
  monotonicTimeNanosUnsafe: () => BigInt(ms) * 1_000_000n,
  monotonicTimeNanos: Effect.succeed(BigInt(ms) * 1_000_000n),
  sleep: () => Effect.void,
});

type Step = Effect.Effect<unknown, unknown, DomainServices>;
type Ids = ReadonlyMap<SampleName, PartnerId>;

interface Dated {
  readonly days: number;
  readonly step: Step;
}

/** What one event does, and what became of it later. */
const stepsOf = (event: SampleEvent, ids: Ids): ReadonlyArray<Dated> => {
  const { days, who } = event;
  const partnerId = ids.get(who) as PartnerId;
  const once = (step: Step): ReadonlyArray<Dated> => [{ days, step }];
  switch (event.what) {
    case "opening": {
      const { closeness, given, received } = event;
      const draft = OpeningDraft.parse({ partnerId, closeness, given, received });
      return once(RelationshipEquity.use((equity) => equity.open(draft)));
    }
    case "gift": {
      const isMine = event.from !== "them";
      const draft = TransferDraft.parse({
        from: isMine ? "me" : partnerId,
        to: isMine ? partnerId : "me",
        kindId: event.kind,
        note: event.note ?? "",
      });
      return once(RelationshipEquity.use((equity) => equity.record(draft)));
    }
    case "missed": {
      const draft = BreachDraft.parse({
        from: "me",
        to: partnerId,
        kindId: "missed-promise",
        size: 3,
        note: event.note,
      });
      return once(RelationshipEquity.use((equity) => equity.recordBreach(draft)));
    }
    case "contact": {
      const { means, by, note } = event;
      const draft = ContactDraft.parse({
        partnerId,
        means,
        note,
        ...(by === undefined ? {} : { by }),
      });
      return once(Contacts.use((contacts) => contacts.record(draft)));
    }
    case "archive":
      return once(Partners.use((partners) => partners.archive(partnerId, true)));
    case "ask":
      return asking(event, partnerId);
  }
};

const asking = (
  { days, kind, words, after, answer }: Extract<SampleEvent, { what: "ask" }>,
  partnerId: PartnerId,
): ReadonlyArray<Dated> => {
  const draft = AskDraft.parse({ partnerId, what: words, kindId: kind });
  const opened = RelationshipEquity.use((equity) => equity.ask(draft));
  if (answer === undefined || after === undefined) return [{ days, step: opened }];
  // The answer needs the id that the ask gets, which is known when it was asked.
  let ask: Effect.Success<typeof opened> | undefined;
  const answered = RelationshipEquity.use((equity) => {
    if (ask === undefined) return Effect.void;
    if (answer === "granted") return equity.grant(ask.id, {});
    return answer === "declined" ? equity.decline(ask.id) : equity.withdraw(ask.id);
  });
  return [
    { days, step: Effect.tap(opened, (made) => Effect.sync(() => (ask = made))) },
    { days: days - after, step: answered },
  ];
};

/** Nothing happens before a partner is written down, so all of them are, on the first day. */
const firstDays = 401;

const knownLongestFirst = (
  Object.entries(people) as ReadonlyArray<[SampleName, SamplePerson]>
).toSorted(([, a], [, b]) => (b.knownDays ?? firstDays) - (a.knownDays ?? firstDays));

export const fillWithSample = Effect.gen(function* () {
  const startMs = yield* nowMs;
  const { timeZone } = yield* Settings.use(({ terms }) => terms);
  const daysAgo = (days: number): number => startMs - days * dayMs;
  const on =
    (days: number) =>
    <A, E, R>(step: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
      Effect.provideService(step, Clock.Clock, standingAt(daysAgo(days)));

  const ids = new Map<SampleName, PartnerId>();
  for (const [name, { knownDays = firstDays, ...person }] of knownLongestFirst) {
    const knownSince = dayOf(daysAgo(knownDays), timeZone);
    const draft = PartnerDraft.parse({ ...person, knownSince });
    const added = Partners.use((partners) => partners.add(draft));
    ids.set(name, (yield* on(Math.min(knownDays, firstDays))(added)).id);
  }
  for (const [name, kind, other] of acquaintances) {
    const [one, two] = [ids.get(name), ids.get(other)];
    if (one === undefined || two === undefined) continue;
    yield* Partners.use((partners) => partners.relate(one, two, kind, true));
  }
  const steps = story.flatMap((event) => stepsOf(event, ids)).toSorted((a, b) => b.days - a.days);
  for (const { days, step } of steps) yield* on(days)(step);
  const change = StrategyChange.parse(answers);
  yield* InnerStrategy.use((strategy) => strategy.change(change, "any"));
}).pipe(Effect.orDie);
