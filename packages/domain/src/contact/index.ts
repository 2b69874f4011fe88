export * from "./Contacts.ts";
export * from "./ContactStore.ts";
export * from "./errors.ts";
export * from "./rules.ts";
export * from "./schema.ts";
