/** Moments and dates, as text: the same value in memory, on the wire and on disk. */
import * as z from "zod";

export const Instant = z.iso
  .datetime()
  .brand("Instant")
  .meta({
    id: "Instant",
    description: "A moment in UTC, as ISO 8601 text.",
    examples: ["2026-11-25T09:00:00.000Z"],
  });
export type Instant = z.infer<typeof Instant>;

export const PlainDate = z.iso
  .date()
  .brand("PlainDate")
  .meta({
    id: "PlainDate",
    description: "A day in the calendar. As a moment it means noon in the workspace's time zone.",
    examples: ["2026-11-25"],
  });
export type PlainDate = z.infer<typeof PlainDate>;

export const When = z
  .union([Instant, PlainDate], {
    error: "A moment in UTC like 2026-11-25T09:00:00Z, or a day like 2026-11-25.",
  })
  .meta({ id: "When", description: "A moment, or a day that stands for its noon." });
export type When = z.infer<typeof When>;

export const TimeZone = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_+\-/]+$/)
  .brand("TimeZone")
  .meta({ id: "TimeZone", description: "An IANA time zone.", examples: ["Europe/Zurich"] });
export type TimeZone = z.infer<typeof TimeZone>;
