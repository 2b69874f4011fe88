/**
 * The shapes of relationship equity (MODEL section 2). Plain zod: nothing here needs Effect.
 *
 * Every value is JSON as it stands, so one schema serves memory, wire, storage and forms.
 * Amounts are in ep: 1 ep is the worth of five minutes of effort (MODEL 2.1).
 */
export * from "./schema/account.ts";
export * from "./schema/amount.ts";
export * from "./schema/ask.ts";
export * from "./schema/catalogue.ts";
export * from "./schema/confirmation.ts";
export * from "./schema/entry.ts";
export * from "./schema/ids.ts";
export * from "./schema/opening.ts";
export * from "./schema/policy.ts";
export * from "./schema/relationship.ts";
