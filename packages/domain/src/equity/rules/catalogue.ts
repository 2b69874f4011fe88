/**
 * The standard catalogue: what people usually give, ask for and do wrong, each with its usual
 * sizes in ep (MODEL 2.2). A place to start from: whoever records can change both sizes.
 */
import type { GiftSuggestion } from "../schema.ts";

/** One usual thing that one side does for the other, wants of it, or does to it. */
export interface StandardKind {
  /** Short and stable: it may be stored. */
  readonly id: string;
  /** A gift of mine or theirs, something I ask for, or a wrong. */
  readonly use: "deposit" | "ask" | "breach";
  /** As I gave it, want it, or did it. */
  readonly what: string;
  /** The same from the other side: what they gave me, granted me, or did to me. */
  readonly received: string;
  /** What it takes from the giver, in ep. A wrong takes nothing from the one who does it. */
  readonly cost: number;
  /** What it usually means to the receiver, in ep. For a wrong: its size. */
  readonly benefit: number;
}

const deposits: ReadonlyArray<StandardKind> = [
  {
    id: "word",
    use: "deposit",
    what: "Said a sincere word about their work",
    received: "Said a sincere word about my work",
    cost: 1,
    benefit: 1,
  },
  {
    id: "share",
    use: "deposit",
    what: "Shared something they made",
    received: "Shared something I made",
    cost: 1,
    benefit: 3,
  },
  {
    id: "early-news",
    use: "deposit",
    what: "Told them early that something would not work out",
    received: "Told me early that something would not work out",
    cost: 1,
    benefit: 3,
  },
  {
    id: "goals",
    use: "deposit",
    what: "Took the time to learn what they are after",
    received: "Took the time to learn what I am after",
    cost: 3,
    benefit: 3,
  },
  {
    id: "answer",
    use: "deposit",
    what: "Answered a question they asked in public",
    received: "Answered a question I asked in public",
    cost: 3,
    benefit: 9,
  },
  {
    id: "gift",
    use: "deposit",
    what: "Gave them something for free",
    received: "Gave me something for free",
    cost: 3,
    benefit: 9,
  },
  {
    id: "research",
    use: "deposit",
    what: "Looked something up for them",
    received: "Looked something up for me",
    cost: 3,
    benefit: 9,
  },
  {
    id: "introduction",
    use: "deposit",
    what: "Introduced them to someone",
    received: "Introduced me to someone",
    cost: 3,
    benefit: 27,
  },
  {
    id: "promotion",
    use: "deposit",
    what: "Told my list about them",
    received: "Told their list about me",
    cost: 9,
    benefit: 27,
  },
  {
    id: "guest",
    use: "deposit",
    what: "Wrote a guest post or was a guest on their show",
    received: "Wrote a guest post or was a guest on my show",
    cost: 27,
    benefit: 27,
  },
  {
    id: "client",
    use: "deposit",
    what: "Sent them a client",
    received: "Sent me a client",
    cost: 9,
    benefit: 81,
  },
  {
    id: "talk",
    use: "deposit",
    what: "Spoke at their event without a fee",
    received: "Spoke at my event without a fee",
    cost: 162,
    benefit: 81,
  },
];

/** Ranges of MODEL 2.2 are two kinds here, because a catalogue has to name one size. */
const asks: ReadonlyArray<StandardKind> = [
  {
    id: "ask-repost",
    use: "ask",
    what: "A repost",
    received: "Shared something I made",
    cost: 1,
    benefit: 3,
  },
  {
    id: "ask-reminder",
    use: "ask",
    what: "An answer, after one more reminder",
    received: "Answered after one more reminder",
    cost: 1,
    benefit: 1,
  },
  {
    id: "ask-advice",
    use: "ask",
    what: "A piece of advice",
    received: "Gave me a piece of advice",
    cost: 3,
    benefit: 9,
  },
  {
    id: "ask-introduction",
    use: "ask",
    what: "An introduction",
    received: "Introduced me to someone",
    cost: 9,
    benefit: 27,
  },
  {
    id: "ask-mention",
    use: "ask",
    what: "A mention to their list",
    received: "Mentioned me to their list",
    cost: 9,
    benefit: 27,
  },
  {
    id: "ask-promotion",
    use: "ask",
    what: "A message of its own to their list",
    received: "Wrote to their list about me alone",
    cost: 27,
    benefit: 81,
  },
  {
    id: "ask-guest-slot",
    use: "ask",
    what: "A guest slot",
    received: "Had me as their guest",
    cost: 27,
    benefit: 27,
  },
  {
    id: "ask-testimonial",
    use: "ask",
    what: "A testimonial",
    received: "Wrote a testimonial for me",
    cost: 27,
    benefit: 27,
  },
  {
    id: "ask-talk",
    use: "ask",
    what: "A talk without a fee",
    received: "Spoke at my event without a fee",
    cost: 81,
    benefit: 81,
  },
  {
    id: "ask-venture",
    use: "ask",
    what: "A joint venture",
    received: "Started a joint venture with me",
    cost: 81,
    benefit: 81,
  },
];

const breaches: ReadonlyArray<StandardKind> = [
  {
    id: "missed-promise",
    use: "breach",
    what: "Broke a promise",
    received: "Broke a promise to me",
    cost: 0,
    // It is as large as the part that was not delivered, so this one is only usual.
    benefit: 9,
  },
  {
    id: "silence",
    use: "breach",
    what: "Went quiet while something was running late",
    received: "Went quiet on me while something was running late",
    cost: 0,
    benefit: 3,
  },
  {
    id: "used-unasked",
    use: "breach",
    what: "Used something of theirs without asking",
    received: "Used something of mine without asking",
    cost: 0,
    benefit: 9,
  },
  {
    id: "went-around",
    use: "breach",
    what: "Went behind their back",
    received: "Went behind my back",
    cost: 0,
    benefit: 9,
  },
  {
    id: "criticism",
    use: "breach",
    what: "Criticised them in public",
    received: "Criticised me in public",
    cost: 0,
    benefit: 27,
  },
];

/** All standard kinds: deposits, then asks, then breaches, each from small to large (MODEL 2.2). */
export const standardKinds: ReadonlyArray<StandardKind> = [...deposits, ...asks, ...breaches];

const kinds: ReadonlyMap<string, StandardKind> = new Map(
  standardKinds.map((kind) => [kind.id, kind]),
);

/** The standard kind with this id, or undefined. */
export const kindById = (id: string): StandardKind | undefined => kinds.get(id);

/** One gift for each size of benefit, as a proposal: what one could do, not what one did. */
const proposals: ReadonlyArray<readonly [id: string, what: string]> = [
  ["word", "A sincere word about their work"],
  ["share", "Share something they made"],
  ["answer", "Answer a question they asked in public"],
  ["introduction", "Introduce them to someone they want to meet"],
  ["client", "Send them a client"],
];

/** A usual gift of each size of benefit, from small to large, with what it takes, in ep (MODEL 2.2). */
export const usualGifts: ReadonlyArray<GiftSuggestion> = proposals.flatMap(([id, what]) => {
  const kind = kindById(id);
  return kind === undefined ? [] : [{ what, cost: kind.cost, benefit: kind.benefit }];
});
