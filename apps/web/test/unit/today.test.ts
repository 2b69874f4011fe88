import { MoveKind, MoveReason } from "@comity/domain/equity/schema";
import type { Kind, Move } from "@comity/domain/equity/schema";
import { answerCharactersMax as answerLimit, SixAnswers } from "@comity/domain/strategy/schema";
import type { TodayCard } from "@comity/domain/today/schema";
import { describe, expect, it } from "vitest";
import {
  answerCharactersMax,
  asked,
  progressInWords,
} from "../../src/features/me/questionInWords.ts";
import {
  agoInWords,
  everyInWords,
  groupInWords,
  groupOf,
  namesIn,
  whatInWords,
  whyOf,
} from "../../src/features/today/cardInWords.ts";
import {
  costOf,
  countInWords,
  dayInOneSentence,
  fittingInto,
  grouped,
  isEffort,
} from "../../src/features/today/effort.ts";
import { introductionNote } from "../../src/features/today/introductionNote.ts";
import { usualGifts } from "../../src/features/today/usualGifts.ts";

const ana = { id: "ana", name: "Ana Sousa", organisation: "Atlas Lane Books" };
const bo = { id: "bo", name: "Bo Lind", organisation: "" };

const moveCard = (
  kind: Move["kind"],
  because: Move["because"] = [],
  cost = 3,
  key = `${kind} ${cost}`,
): TodayCard =>
  ({
    kind: "move",
    key,
    partner: ana,
    move: { kind, partnerId: "ana", cost, size: 9, because },
  }) as unknown as TodayCard;

const silence = (whose: "mine" | "both", state = "due", days = 16, cadenceDays = 7): TodayCard =>
  ({
    kind: "silence",
    key: `${whose} ${days}`,
    partner: ana,
    whose,
    days,
    cadenceDays,
    state,
  }) as unknown as TodayCard;

const openAsk = {
  kind: "open-ask",
  key: "open",
  partner: ana,
  askId: "ask",
  what: "A look at my draft",
  openedAt: "2026-08-01T10:00:00.000Z",
  expiresAt: "2026-11-01T10:00:00.000Z",
} as unknown as TodayCard;

const introduction = {
  kind: "introduction",
  key: "introduction",
  one: ana,
  other: bo,
  forOne: {
    goal: { what: "A stage for winter evenings", from: null },
    offer: "A barn with a stage",
  },
  forOther: { goal: { what: "Readers who come back." }, offer: "A list of 900 readers" },
} as unknown as Extract<TodayCard, { kind: "introduction" }>;

const everyCard: ReadonlyArray<TodayCard> = [
  ...MoveKind.options.flatMap((kind) =>
    MoveReason.options.map((reason) => moveCard(kind, [reason])),
  ),
  silence("mine"),
  silence("both"),
  openAsk,
  introduction,
];

describe("the cards of a day, in words", () => {
  it("has a sentence for every move, every reason, and every other card", () => {
    for (const card of everyCard) {
      expect(whatInWords(card)).toMatch(/^[A-Z].*(Ana|Bo)/);
      expect(whyOf(card)).toMatch(/^[A-Z].+\.$/);
      expect(whyOf(card)).not.toMatch(/undefined|NaN|owe/i);
      expect(groupInWords[groupOf(card)]).not.toBe("");
      expect(namesIn(card)[0]).toBe("Ana");
    }
  });

  it("says each reason differently", () => {
    const said = MoveReason.options.map((reason) => whyOf(moveCard("ask", [reason])));
    expect(new Set(said).size).toBe(MoveReason.options.length);
  });

  it.each([
    [
      "mine",
      "late",
      "Answer Ana",
      "Ana was in touch last, 2 weeks ago. You wanted to hear from each other every week.",
    ],
    [
      "both",
      "due",
      "Say hello to Ana",
      "The last word between you was 2 weeks ago. You wanted to hear from each other every week.",
    ],
    [
      "both",
      "hiding",
      "Say hello to Ana",
      "The last word between you was 2 weeks ago. You wanted to hear from each other every week, and a line is enough to begin again.",
    ],
  ] as const)("tells of a silence that is %s and %s", (whose, state, what, why) => {
    const card = silence(whose, state);
    expect([whatInWords(card), whyOf(card)]).toEqual([what, why]);
  });

  it("says how often and how long ago, no finer than one remembers", () => {
    expect([1, 7, 14, 30, 31, 90, 182, 183, 365, 45].map(everyInWords)).toEqual([
      "every day",
      "every week",
      "every two weeks",
      "every month",
      "every month",
      "every three months",
      "every half year",
      "every half year",
      "every year",
      "every 45 days",
    ]);
    expect([0, 1, 2, 13, 14, 59, 60, 400, 900].map(agoInWords)).toEqual([
      "today",
      "yesterday",
      "2 days ago",
      "13 days ago",
      "2 weeks ago",
      "8 weeks ago",
      "2 months ago",
      "13 months ago",
      "years ago",
    ]);
  });

  it("writes a note that brings two together, with what each can do", () => {
    const note = introductionNote(introduction);
    expect(note).toContain("Dear Ana, dear Bo,");
    expect(note).toContain("Ana Sousa of Atlas Lane Books, and Bo Lind.");
    expect(note).toContain(
      "Ana would like this: A stage for winter evenings. Bo can help with it: A barn with a stage.",
    );
    expect(note).toContain("Bo would like this: Readers who come back. Ana can help");
  });
});

describe("how much fits into a day", () => {
  const day = [
    silence("mine"),
    ...[1, 2, 3, 4, 5].map((index) => moveCard("ask", [], 1, `ask ${index}`)),
    moveCard("give", [], 3, "give"),
    introduction,
    silence("both", "due", 30),
  ];
  const keysOf = (cards: ReadonlyArray<TodayCard>) => cards.map(({ key }) => key);

  it("takes of every group the first before of any the second, in the order of the day", () => {
    const { cards, folded, left } = fittingInto(day, "half-hour");
    expect(keysOf(cards)).toEqual(["mine 16", "ask 1", "give", "both 30"]);
    expect(keysOf(folded)).toEqual(["ask 2", "ask 3", "ask 4", "ask 5"]);
    expect(left).toBe(1);
    expect(cards.reduce((sum, card) => sum + costOf(card), 0)).toBe(6);
  });

  it("shows three asks at most, however much time there is", () => {
    const { cards, folded, left } = fittingInto(day, "morning");
    expect(keysOf(cards).filter((key) => key.startsWith("ask"))).toEqual([
      "ask 1",
      "ask 2",
      "ask 3",
    ]);
    expect([folded.length, left]).toEqual([2, 0]);
  });

  it("shows one thing in five minutes, also where nothing is as short", () => {
    expect(keysOf(fittingInto(day, "minutes").cards)).toEqual(["mine 16"]);
    expect(keysOf(fittingInto([introduction], "minutes").cards)).toEqual(["introduction"]);
    expect(fittingInto([], "minutes")).toEqual({ cards: [], folded: [], left: 0 });
  });

  it("says it in one sentence", () => {
    expect(dayInOneSentence([silence("mine")])).toBe("One thing worth doing, about five minutes.");
    expect(dayInOneSentence(fittingInto(day, "half-hour").cards)).toBe(
      "Four things worth doing, about half an hour together.",
    );
    expect(dayInOneSentence([moveCard("stop-asking", [], 0)])).toBe("One thing to know today.");
    expect([1, 12, 21].map(countInWords)).toEqual(["One", "Twelve", "21"]);
  });

  it("groups where the first of a kind stands", () => {
    expect(grouped(day).map(({ group, cards }) => [group, cards.length])).toEqual([
      ["turn", 1],
      ["ask", 5],
      ["give", 1],
      ["introduce", 1],
      ["touch", 1],
    ]);
  });

  it("knows its measures", () => {
    expect(["minutes", "half-hour", "morning", "toString", null].map(isEffort)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe("gifts that are just what a move proposes", () => {
  const kind = (id: string, use: Kind["use"], cost: number, benefit: number): Kind =>
    ({ id, use, what: id, received: id, cost, benefit, isOwn: false, version: 0 }) as Kind;

  it("are those of both sizes, and nothing that is asked for", () => {
    const kinds = [
      kind("answer", "deposit", 3, 9),
      kind("introduction", "deposit", 3, 27),
      kind("promotion", "deposit", 9, 9),
      kind("ask", "ask", 3, 9),
    ];
    expect(usualGifts(kinds, { cost: 3, size: 9 }).map(({ id }) => id)).toEqual(["answer"]);
  });
});

describe("the six questions", () => {
  it("are those of the schema, in its order and with its limit", () => {
    expect(asked.map(({ question }) => question)).toEqual(Object.keys(SixAnswers.shape));
    expect(answerCharactersMax).toBe(answerLimit);
  });

  it("count how far one is", () => {
    expect(progressInWords(4)).toBe("Four of six answered");
    expect(progressInWords(6)).toBe("All six answered");
  });
});
