import { ProblemError } from "@comity/client";
import { mayAsk, partnerPreset } from "@comity/domain/equity/rules";
import type { Ask, Coverage, Statement, Transfer } from "@comity/domain/equity/schema";
import { describe, expect, it } from "vitest";
import {
  askedHow,
  closingNote,
  endInWords,
  reopenTroubleInWords,
  runsOut,
} from "../../src/features/equity/asking/asksInWords.ts";
import { giveNowInWords, spanInWords } from "../../src/features/equity/asking/planInWords.ts";
import { isYes } from "../../src/features/equity/account/takeBack.ts";
import {
  becauseOf,
  offerAdvice,
  outlookInWords,
  roomInWords,
  shareInWords,
  sizeFrom,
  stayInWords,
  verdictOf,
} from "../../src/features/equity/asking/verdictInWords.ts";

const day = 86_400_000;
const now = "2026-03-01T12:00:00.000Z";
const nowMs = Date.parse(now);
const inDays = (days: number): string => new Date(nowMs + days * day).toISOString();

const statementWith = (change: Partial<Statement> = {}): Statement =>
  ({
    partnerId: "p",
    at: now,
    principal: 10,
    interest: 0,
    equity: 10,
    reserved: 0,
    capacity: 5,
    gifts: 3,
    firstAsk: false,
    trust: 0.5,
    lastAskAt: null,
    policy: partnerPreset,
    policyVersion: 1,
    ...change,
  }) as Statement;

const asked = (cost: number) => ({ cost, offer: undefined });

describe("a verdict, in sentences", () => {
  it("is the one of the rule, with what the last ask and the principal say", () => {
    const statement = statementWith({ lastAskAt: inDays(-4) as Statement["at"], interest: 2 });
    expect(verdictOf(statement, { cost: 3, offer: "S" })).toEqual(
      mayAsk(
        {
          equity: 10,
          principal: 10,
          reserved: 0,
          cost: 3,
          offer: 3,
          trust: 0.5,
          evidence: "estimated",
          gifts: 3,
          firstAsk: false,
          daysSinceLastAsk: 4,
        },
        partnerPreset,
      ),
    );
  });

  it("does not say under its heading what the heading says", () => {
    const statement = statementWith({ equity: 0, principal: 0 });
    const because = becauseOf(verdictOf(statement, asked(9)), statement, "Ana");
    expect(because).toBe("Gifts that mean an hour and a half to Ana would earn it.");
  });

  it("says from which day on another ask has more room, and says it once", () => {
    const statement = statementWith({ lastAskAt: inDays(-4) as Statement["at"] });
    const verdict = verdictOf(statement, asked(3));
    expect(becauseOf(verdict, statement, "Ana")).not.toContain("pause");
    expect(roomInWords(verdict, statement, { name: "Ana", nowMs })).toBe(
      "You asked Ana 4 days ago. From 11 March 2026 on another ask has more room.",
    );
  });

  it("gives no such advice on the day on which there is room again", () => {
    const statement = statementWith({ lastAskAt: inDays(-14) as Statement["at"] });
    const verdict = verdictOf(statement, asked(3));
    expect(roomInWords(verdict, statement, { name: "Ana", nowMs })).toBeUndefined();
  });

  it.each<[Coverage["verdict"], number | null, string | undefined]>([
    ["not-yet", 0, undefined],
    ["earned", 0.99, "It is only just earned, and fades from day to day."],
    ["earned", 1, "It stays earned until about 2 March 2026."],
    ["early", 30, "It stays covered until about 31 March 2026."],
    ["earned", null, "It stays earned."],
  ])("says of %s with %s days how long it stays", (verdict, windowDays, words) => {
    expect(stayInWords({ verdict, windowDays }, nowMs)).toBe(words);
  });

  it("offers the smallest size that would earn it, and nothing that would not", () => {
    expect(offerAdvice({ verdict: "not-yet", offerNeeded: 9 }, undefined)).toEqual({
      kind: "would-earn",
      size: "M",
    });
    expect(offerAdvice({ verdict: "not-yet", offerNeeded: 82 }, undefined)).toBeUndefined();
    expect(offerAdvice({ verdict: "not-yet", offerNeeded: null }, "S")?.kind).toBe("too-little");
    expect(offerAdvice({ verdict: "earned", offerNeeded: 0 }, undefined)).toBeUndefined();
    expect(offerAdvice({ verdict: "earned", offerNeeded: 9 }, "M")?.kind).toBe("counts");
    expect([81, 81.1].map(sizeFrom)).toEqual(["XL", undefined]);
  });

  it("says what a gift would do: a part of it, or all of it and until when", () => {
    const statement = statementWith({ equity: 0, principal: 0 });
    expect(outlookInWords({ benefit: 9 }, asked(9), statement)).toBe(
      "Give this now, and half of it is there.",
    );
    expect(outlookInWords({ benefit: 18 }, asked(9), statement)).toBe(
      "Give this now, and the ask is earned.",
    );
    expect(outlookInWords({ benefit: 27 }, asked(9), statement)).toMatch(
      /the ask is earned until \d+ \w+ 202\d\.$/,
    );
    const first = statementWith({ equity: 0, principal: 0, gifts: 0, firstAsk: true });
    expect(outlookInWords({ benefit: 18 }, asked(9), first)).toContain("possible, but early");
  });

  it("says a part of a whole as people do", () => {
    expect([0.01, 0.3, 0.5, 0.6, 0.99].map(shareInWords)).toEqual([
      "a little",
      "a third",
      "half",
      "two thirds",
      "nearly all",
    ]);
  });
});

describe("an ask on a later day, in sentences", () => {
  const on = { on: "2026-03-03", name: "Ana" };
  const coverage = { verdict: "earned" } as Coverage;

  it("says what to give now", () => {
    expect(giveNowInWords({ giveNow: 27.4 }, on)).toBe(
      "To ask on 3 March 2026, give now what means about half a morning to Ana.",
    );
    expect(giveNowInWords({ giveNow: 0 }, on)).toContain("without another gift");
    expect(giveNowInWords({ giveNow: 0.2 }, on)).toContain("one small gift");
    expect(giveNowInWords({ giveNow: null }, on)).toContain("count for nothing");
  });

  it.each([
    [null, null, "With that gift alone it is not earned yet."],
    [inDays(0), null, "With that gift it is earned from now on."],
    [inDays(2), inDays(80), "With that gift it is earned from 3 March 2026 until 20 May 2026."],
    [
      inDays(0),
      inDays(1),
      "With that gift it is earned from now until 2 March 2026. For 3 March 2026 it takes more.",
    ],
  ])("says from %s until %s when it is earned", (earnedFrom, earnedUntil, words) => {
    const span = { coverage, earnedFrom, earnedUntil } as Parameters<typeof spanInWords>[0];
    expect(spanInWords(span, { on: "2026-03-03", nowMs })).toBe(words);
  });
});

describe("asks that were made", () => {
  const askWith = (change: Partial<Ask>): Ask =>
    ({
      state: "open",
      expiresAt: inDays(90),
      closedAt: null,
      overrideReason: null,
      coverage: { verdict: "earned", needed: 18, offered: 0 },
      ...change,
    }) as Ask;

  it.each([
    [0.99, "runs out within a day, on 2 Mar 2026"],
    [1.99, "runs out in a day, on 3 Mar 2026"],
    [14.99, "runs out in 14 days, on 16 Mar 2026"],
    [15.01, "runs out on 16 Mar 2026"],
  ])("say when they run out, in %d days", (days, words) => {
    expect(runsOut(askWith({ expiresAt: inDays(days) as Ask["expiresAt"] }), nowMs)).toBe(words);
  });

  it("say how they ended, and how they were asked", () => {
    const closedAt = inDays(-1) as Ask["openedAt"];
    expect(endInWords(askWith({ state: "granted", closedAt }))).toBe(
      "they said yes on 28 Feb 2026",
    );
    const expired = askWith({ state: "expired", closedAt, expiresAt: closedAt });
    expect(endInWords(expired)).toBe("no answer came by 28 Feb 2026");
    expect(askedHow(askWith({}))).toBeUndefined();
    expect(askedHow(askWith({ coverage: { verdict: "early" } as Coverage }))).toBe("Asked early.");
    expect(askedHow(askWith({ overrideReason: "A deadline" }))).toContain("A deadline");
  });

  it.each([
    [30, /^$/],
    [17.7, /covers what you asked until about \d+ March 2026/],
    [17.4, /has faded below what you asked/],
  ])("note gently at a standing of %d that what covers them fades", (equity, words) => {
    const note = closingNote([askWith({})], statementWith({ equity, principal: equity }), nowMs);
    expect(note ?? "").toMatch(words);
  });

  it("say nothing of that about asks that were never covered", () => {
    const early = askWith({ coverage: { verdict: "not-yet", needed: 18 } as Coverage });
    const statement = statementWith({ equity: 0, principal: 0 });
    expect(closingNote([early], statement, nowMs)).toBeUndefined();
  });

  it("say kindly why they cannot be opened again", () => {
    const refusal = (type: string) =>
      new ProblemError({ type, title: "", status: 409, detail: "Give 3 ep more." });
    expect(reopenTroubleInWords(refusal("/problems/ask-not-covered"))).toBe(
      "It is not earned any more, so it stays closed for now. After a gift you can open it again.",
    );
    expect(reopenTroubleInWords(refusal("/problems/conflict"))).toBe("Give 3 ep more.");
  });
});

describe("a yes", () => {
  const entryWith = (part: Partial<Transfer>): Transfer =>
    ({ kind: "transfer", from: "ana", askId: "ask", benefit: 3, ...part }) as Transfer;

  it("is what they gave for an ask, but not what a no left used, and no gift of mine", () => {
    expect(isYes(entryWith({}))).toBe(true);
    expect(isYes(entryWith({ benefit: 0 }))).toBe(false);
    expect(isYes(entryWith({ askId: null }))).toBe(false);
    expect(isYes(entryWith({ from: "me" }))).toBe(false);
  });
});
