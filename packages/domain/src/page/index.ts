export * from "./errors.ts";
export * from "./page.ts";
