export * from "./errors.ts";
export * from "./InnerStrategy.ts";
export * from "./rules.ts";
export * from "./schema.ts";
export * from "./StrategyStore.ts";
