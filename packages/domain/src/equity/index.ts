export * from "./EquityStore.ts";
export * from "./errors.ts";
export * from "./RelationshipEquity.ts";
export * from "./rules.ts";
export * from "./schema.ts";
