export * from "./errors.ts";
export * from "./ImportStore.ts";
export * from "./PartnerImports.ts";
export * from "./Partners.ts";
export * from "./PartnerStore.ts";
export * from "./rules.ts";
export * from "./schema.ts";
