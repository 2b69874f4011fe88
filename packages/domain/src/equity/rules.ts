/**
 * The rules of relationship equity (MODEL section 2), as plain functions: no clock, no storage, no
 * libraries, only types. Instants are epoch milliseconds, amounts are in ep, rates are per day.
 */
export * from "./rules/account.ts";
export * from "./rules/columns.ts";
export * from "./rules/coverage.ts";
export * from "./rules/curve.ts";
export * from "./rules/policy.ts";
export * from "./rules/posting.ts";
