export * from "./moments.ts";
export * from "./schema.ts";
