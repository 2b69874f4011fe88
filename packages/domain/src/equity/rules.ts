/**
 * The rules of relationship equity (MODEL section 2), as plain functions: no clock, no storage, no
 * libraries, only types. Instants are epoch milliseconds, amounts are in ep, rates are per day.
 */
export * from "./rules/account.ts";
export * from "./rules/calibration.ts";
export * from "./rules/catalogue.ts";
export * from "./rules/columns.ts";
export * from "./rules/contact.ts";
export * from "./rules/coverage.ts";
export * from "./rules/curve.ts";
export * from "./rules/explain.ts";
export * from "./rules/folding.ts";
export * from "./rules/gift.ts";
export * from "./rules/learning.ts";
export * from "./rules/moves.ts";
export * from "./rules/policy.ts";
export * from "./rules/posting.ts";
export * from "./rules/reciprocity.ts";
export * from "./rules/silence.ts";
export * from "./rules/tallies.ts";
export * from "./rules/window.ts";
export * from "./rules/words.ts";
