/** Who reached out, where nobody says: pure functions over contacts. Only types are imported. */
import type { Contact, ContactBy, ContactMeans } from "./schema.ts";

/** A meeting or a talk is of both; what is written to someone, I have written. */
export const usuallyBy = (means: ContactMeans): ContactBy => (means === "wrote" ? "me" : "both");

const told = ["partnerId", "means", "by", "note"] as const;

/** The first field in which two writings under one id differ, the moment aside; undefined: none. */
export const differingField = (known: Contact, made: Contact): (typeof told)[number] | undefined =>
  told.find((field) => known[field] !== made[field]);
