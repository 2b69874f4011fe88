import * as z from "zod";

/**
 * The schema, or null. `nullable()` says the same, but the OpenAPI generator then declares a named
 * schema to be nullable wherever it is used.
 */
export const orNull = <T extends z.ZodType>(schema: T) => z.union([schema, z.null()]);
