export * from "./IdSource.ts";
