/** The people and organisations you give to and ask. Plain zod: nothing here needs Effect. */
export * from "./schema/acquaintance.ts";
export * from "./schema/bulk.ts";
export * from "./schema/duplicate.ts";
export * from "./schema/ids.ts";
export * from "./schema/import.ts";
export * from "./schema/list.ts";
export * from "./schema/partner.ts";
