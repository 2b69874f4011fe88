/** Between what people write and read and what the ledger keeps. */
export * from "./drafts/accounts.ts";
export * from "./drafts/asks.ts";
export * from "./drafts/facts.ts";
export * from "./drafts/retold.ts";
