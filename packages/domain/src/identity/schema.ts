import * as z from "zod";

/**
 * A UUIDv7 (RFC 9562) in lower case. One id has one spelling: in capitals it would be another id to
 * everything but the eye.
 */
export const uuidV7 = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, {
    error: "A UUIDv7, in lower case.",
  })
  .meta({ format: "uuid" });
