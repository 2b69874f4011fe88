export * from "./errors.ts";
export * from "./versions.ts";
