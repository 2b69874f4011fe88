/** When two people had to do with each other, without anything being given. Plain zod. */
import * as z from "zod";
import { uuidV7 } from "../identity/schema.ts";
import { contactNoteCharactersMax, PartnerId } from "../partner/schema.ts";
import { text } from "../text/schema.ts";
import { Instant, When } from "../time/schema.ts";

export { contactNoteCharactersMax };

export const ContactId = uuidV7.brand("ContactId").meta({
  id: "ContactId",
  description: "Names one contact.",
});
export type ContactId = z.infer<typeof ContactId>;

export const ContactMeans = z
  .enum(["met", "called", "wrote", "other"])
  .meta({ id: "ContactMeans", description: "How the two of you were in touch." });
export type ContactMeans = z.infer<typeof ContactMeans>;

export const ContactBy = z
  .enum(["me", "them", "both"])
  .meta({ id: "ContactBy", description: "Who reached out. both: a meeting or a talk." });
export type ContactBy = z.infer<typeof ContactBy>;

export const ContactDraft = z
  .strictObject({
    id: ContactId.optional(),
    partnerId: PartnerId,
    at: When.optional().meta({ description: "Now when left out." }),
    means: ContactMeans.optional(),
    by: ContactBy.optional(),
    note: text(contactNoteCharactersMax).optional(),
  })
  .meta({ id: "ContactDraft", description: "A contact as you write it down." });
export type ContactDraft = z.infer<typeof ContactDraft>;

export const Contact = ContactDraft.required().extend({ at: Instant, recordedAt: Instant }).meta({
  id: "Contact",
  description: "That the two of you were in touch. It resets the cadence, and is no gift.",
});
export type Contact = z.infer<typeof Contact>;
