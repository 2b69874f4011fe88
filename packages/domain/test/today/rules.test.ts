import { assert, describe, it } from "@effect/vitest";
import { dayMs } from "@comity/domain/equity/rules";
import type { AskId, MoveKind, MoveReason } from "@comity/domain/equity/schema";
import {
  CardKey,
  isRunningOut,
  keyOfIntroduction,
  keyOfMove,
  keyOfOpenAsk,
  keyOfSilence,
  rankedCards,
  type TodayParts,
} from "@comity/domain/today";
import type {
  IntroductionCard,
  MoveCard,
  OpenAskCard,
  SilenceCard,
  TodayCard,
} from "@comity/domain/today/schema";
import { askId, partnerId } from "../support/sample.ts";

const who = (number: number) => ({
  id: partnerId(number),
  name: `Person ${number}`,
  organisation: "",
});

const move = (
  number: number,
  kind: MoveKind = "give",
  because: ReadonlyArray<MoveReason> = [],
): MoveCard => {
  const about = { kind, partnerId: partnerId(number) };
  return {
    kind: "move",
    key: keyOfMove(about),
    partner: who(number),
    move: { ...about, cost: 3, size: 9, because: [...because] },
  };
};

const silence = (number: number, whose: "mine" | "both" = "both"): SilenceCard => ({
  kind: "silence",
  key: keyOfSilence(partnerId(number), "2026-01-02"),
  partner: who(number),
  whose,
  days: 40,
  cadenceDays: 30,
  state: "due",
});

const openAsk = (number: number): OpenAskCard => ({
  kind: "open-ask",
  key: keyOfOpenAsk(askId(number)),
  partner: who(number),
  askId: askId(number) as AskId,
  what: "A word",
  openedAt: "2026-01-02T09:00:00.000Z" as never,
  expiresAt: "2026-03-02T09:00:00.000Z" as never,
});

const fit = { goal: { what: "Grain", said: "", saidOn: null }, offer: "Grain" };

const introduction = (one: number, other: number): IntroductionCard => ({
  kind: "introduction",
  key: keyOfIntroduction(partnerId(one), partnerId(other)),
  one: who(one),
  other: who(other),
  forOne: fit,
  forOther: fit,
});

const nothing: TodayParts = { moves: [], silences: [], openAsks: [], introductions: [] };

/** A card in short: what it is, and the number of whom it is about. */
const inShort = (card: TodayCard): string => {
  const number = (id: string) => Number.parseInt(id.slice(-12), 16);
  if (card.kind === "introduction") return `intro ${number(card.one.id)}+${number(card.other.id)}`;
  const what =
    card.kind === "move" ? card.move.kind : card.kind === "silence" ? card.whose : card.kind;
  return `${what} ${number(card.partner.id)}`;
};

const ranked = (parts: Partial<TodayParts>, putOff: ReadonlyArray<string> = []) =>
  rankedCards({ ...nothing, ...parts }, ({ key }) => putOff.includes(key)).map(inShort);

describe("isRunningOut", () => {
  const nowMs = 1000 * dayMs;
  const ask = (openDays: number, leftDays: number) =>
    isRunningOut(
      { openedAtMs: nowMs - openDays * dayMs, expiresAtMs: nowMs + leftDays * dayMs },
      nowMs,
    );

  it("is so with two weeks left, or after more than three weeks", () => {
    assert.isFalse(ask(0, 90));
    assert.isFalse(ask(1, 14.001));
    assert.isTrue(ask(1, 14));
    assert.isFalse(ask(21, 69));
    assert.isTrue(ask(21.001, 69));
  });
});

describe("the key of a card", () => {
  it("is the same for a gift of another kind, and another for an ask", () => {
    const about = { partnerId: partnerId(1) };
    const gift = keyOfMove({ ...about, kind: "give" });
    assert.strictEqual<string>(gift, `move:give:${partnerId(1)}`);
    assert.strictEqual(keyOfMove({ ...about, kind: "first-gift" }), gift);
    assert.notStrictEqual(keyOfMove({ ...about, kind: "ask" }), gift);
  });

  it("is the same for an introduction from either side, and fits its schema", () => {
    const [a, b] = [partnerId(1), partnerId(2)];
    assert.strictEqual(keyOfIntroduction(a, b), keyOfIntroduction(b, a));
    for (const key of [
      keyOfIntroduction(a, b),
      keyOfOpenAsk(askId(1)),
      keyOfSilence(a, "2026-01-02"),
      keyOfMove({ partnerId: a, kind: "keep-in-touch" }),
    ]) {
      assert.isTrue(CardKey.safeParse(key).success, key);
    }
  });
});

describe("the cards of a day", () => {
  it("are none where nothing is worth doing", () => {
    assert.isEmpty(ranked({}));
  });

  it("begin with what runs out, then who waits, then what is worth giving and asking", () => {
    const order = ranked({
      moves: [move(1, "ask", ["earned"]), move(2), move(3, "ask", ["earned", "window-closing"])],
      silences: [silence(4), silence(5, "mine")],
      openAsks: [openAsk(6)],
    });
    assert.deepEqual(order, ["ask 3", "open-ask 6", "mine 5", "give 2", "ask 1", "both 4"]);
  });

  it("take gifts and asks in turn, a gift first, each in its own order", () => {
    const asks = [1, 2, 3].map((number) => move(number, "ask", ["earned"]));
    const gifts = [4, 5].map((number) => move(number));
    const order = ranked({ moves: [...asks, ...gifts] });
    assert.deepEqual(order, ["give 4", "ask 1", "give 5", "ask 2", "ask 3"]);
    assert.deepEqual(ranked({ moves: asks }), ["ask 1", "ask 2", "ask 3"]);
  });

  it("put five silences before gifts, and the others behind them", () => {
    const mine = [1, 2, 3, 4, 5, 6].map((number) => silence(number, "mine"));
    const order = ranked({ moves: [move(9)], silences: mine });
    assert.deepEqual(order.slice(4), ["mine 5", "give 9", "mine 6"]);
  });

  it("have an introduction after every third move, and at most two", () => {
    const introductions = [introduction(21, 22), introduction(23, 24), introduction(25, 26)];
    const moves = [1, 2, 3, 4, 5, 6, 7].map((number) => move(number));
    assert.strictEqual(
      ranked({ moves, introductions }).join(),
      "give 1,give 2,give 3,intro 21+22,give 4,give 5,give 6,intro 23+24,give 7",
    );
    assert.deepEqual(ranked({ moves: moves.slice(0, 1), introductions }), [
      "give 1",
      "intro 21+22",
      "intro 23+24",
    ]);
  });

  it("let a gift break a silence, but not that of one who waits", () => {
    for (const kind of ["give", "first-gift"] as const) {
      assert.deepEqual(ranked({ moves: [move(1, kind)], silences: [silence(1)] }), [`${kind} 1`]);
      assert.deepEqual(ranked({ moves: [move(1, kind)], silences: [silence(1, "mine")] }), [
        "mine 1",
        `${kind} 1`,
      ]);
    }
    assert.deepEqual(ranked({ moves: [move(1, "ask")], silences: [silence(1)] }), [
      "ask 1",
      "both 1",
    ]);
  });

  it("say a silence once, and what to leave be at the end", () => {
    const moves = [move(1, "stop-asking"), move(2, "keep-in-touch"), move(3, "keep-in-touch")];
    assert.deepEqual(ranked({ moves, silences: [silence(2)] }), [
      "both 2",
      "keep-in-touch 3",
      "stop-asking 1",
    ]);
  });

  it("are about nobody more than twice", () => {
    const order = ranked({
      moves: [move(1, "ask")],
      silences: [silence(1)],
      openAsks: [openAsk(1)],
      introductions: [introduction(1, 2), introduction(2, 3)],
    });
    assert.deepEqual(order, ["open-ask 1", "ask 1", "intro 2+3"]);
  });

  it("leave out what was put off, and take up what comes next", () => {
    const parts = {
      moves: [move(1), move(2)],
      silences: [silence(1), ...[3, 4, 5, 6, 7, 8].map((number) => silence(number, "mine"))],
      introductions: [introduction(21, 22), introduction(23, 24), introduction(25, 26)],
    };
    const putOff = [move(1).key, silence(3).key, introduction(21, 22).key];
    assert.strictEqual(
      ranked(parts, putOff).join(),
      "mine 4,mine 5,mine 6,mine 7,mine 8,give 2,intro 23+24,intro 25+26",
    );
  });
});
