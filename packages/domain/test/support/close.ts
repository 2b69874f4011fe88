import { assert } from "@effect/vitest";
import { type Account, equityOf } from "@comity/domain/equity/rules";

/** Sums of floating-point numbers agree to within this part of their size. */
const relative = 1e-9;

export const assertClose = (actual: number, expected: number, message = ""): void => {
  const allowed = relative * Math.max(1, Math.abs(expected));
  const isClose = Math.abs(actual - expected) <= allowed;
  assert.isTrue(isClose, `${message} expected ${expected}, got ${actual}`);
};

/** `high` is at least `low`, but for rounding. */
export const assertAtLeast = (high: number, low: number, message = ""): void => {
  const allowed = relative * Math.max(1, Math.abs(low));
  assert.isTrue(high >= low - allowed, `${message} expected at least ${low}, got ${high}`);
};

type Standing = Pick<Account, "principal" | "interest">;

export const assertSameStanding = (actual: Standing, expected: Standing): void => {
  assertClose(actual.principal, expected.principal, "principal");
  assertClose(actual.interest, expected.interest, "interest");
};

/** A standing multiplied: for comparing, never for keeping. */
export const timesStanding = (account: Account, factor: number): Standing => ({
  principal: account.principal * factor,
  interest: account.interest * factor,
});

export const assertNeverLower = (higher: Account, lower: Account): void => {
  assertAtLeast(higher.principal, lower.principal, "principal");
  assertAtLeast(higher.interest, lower.interest, "interest");
  assertAtLeast(equityOf(higher), equityOf(lower), "equity");
};
