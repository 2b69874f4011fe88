export * from "./rules.ts";
export * from "./schema.ts";
export * from "./TodayCards.ts";
export * from "./TodayStore.ts";
