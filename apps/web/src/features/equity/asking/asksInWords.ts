/** Asks that were made, in short lines. */
import { ProblemError } from "@comity/client";
import { coveredDays, dayMs } from "@comity/domain/equity/rules";
import type { Ask, Statement } from "@comity/domain/equity/schema";
import { dayInWords, msOf, shortDay } from "../../../ui/clock.ts";
import { troubleInWords } from "../../../workspace/troubleInWords.ts";

/** How one stood when it was asked; undefined where it was simply earned. */
export const askedHow = ({
  coverage,
  overrideReason,
}: Pick<Ask, "coverage" | "overrideReason">): string | undefined => {
  if (overrideReason !== null) return `Asked before it was earned: ${overrideReason}`;
  return coverage.verdict === "early" ? "Asked early." : undefined;
};

const soonDays = 14;

/** When an open ask stops waiting for an answer. */
export const runsOut = ({ expiresAt }: Pick<Ask, "expiresAt">, nowMs: number): string => {
  const days = Math.floor((msOf(expiresAt) - nowMs) / dayMs);
  const day = shortDay(msOf(expiresAt));
  if (days > soonDays) return `runs out on ${day}`;
  const left = days < 1 ? "within a day" : days === 1 ? "in a day" : `in ${days} days`;
  return `runs out ${left}, on ${day}`;
};

/** How an ask ended, and on which day. */
export const endInWords = ({
  state,
  closedAt,
  expiresAt,
}: Pick<Ask, "state" | "closedAt" | "expiresAt">): string => {
  const day = shortDay(msOf(closedAt ?? expiresAt));
  switch (state) {
    case "open":
      return "waits for an answer";
    case "granted":
      return `they said yes on ${day}`;
    case "declined":
      return `they said no on ${day}`;
    case "withdrawn":
      return `taken back on ${day}`;
    case "expired":
      return `no answer came by ${shortDay(msOf(expiresAt))}`;
  }
};

/** Less than this fades without anybody noticing, so it is no reason for a note. */
const unnoticedEp = 0.5;

/** A gentle note when what covers the open asks fades before they are answered. */
export const closingNote = (
  open: ReadonlyArray<Ask>,
  { principal, interest, at, policy }: Statement,
  nowMs: number,
): string | undefined => {
  const earned = open.filter(({ coverage }) => coverage.verdict !== "not-yet");
  if (earned.length === 0) return undefined;
  const needed = earned.reduce((sum, { coverage }) => sum + coverage.needed - coverage.offered, 0);
  const account = { principal, interest, atMs: msOf(at) };
  const days = coveredDays(account, needed - policy.overdraft - unnoticedEp, policy);
  const what = earned.length === 1 ? "what you asked" : "what you asked for";
  if (days === 0) return `What you earned has faded below ${what}. A small gift brings it back.`;
  return days > soonDays
    ? undefined
    : `What you earned covers ${what} until about ${dayInWords(nowMs + days * dayMs)}. A small gift keeps it so.`;
};

/** After an answer was taken back, whether the ask is still open or has run out meanwhile. */
export const waitsAgain = "The ask waits for an answer again.";

/** Why an ask could not be opened again. */
export const reopenTroubleInWords = (error: unknown): string =>
  error instanceof ProblemError && error.problem.type === "/problems/ask-not-covered"
    ? "It is not earned any more, so it stays closed for now. After a gift you can open it again."
    : troubleInWords(error);
