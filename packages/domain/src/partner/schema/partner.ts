/**
 * The people and organisations you give to and ask.
 *
 * Names, addresses and notes are personal text: a store keeps them in rows that can be erased.
 */
import * as z from "zod";
import { orNull } from "../../input/schema.ts";
import { someText, text } from "../../text/schema.ts";
import { Instant, PlainDate } from "../../time/schema.ts";
import { PartnerId } from "./ids.ts";

export const nameCharactersMax = 200;
export const organisationCharactersMax = 200;
export const roleCharactersMax = 200;
export const notesCharactersMax = 10_000;
export const linkCharactersMax = 2_000;
export const phoneCharactersMax = 40;
export const tagCharactersMax = 40;
export const goalCharactersMax = 300;
export const howWeMetCharactersMax = 300;
export const linksMax = 10;
export const emailsMax = 10;
export const phonesMax = 10;
export const tagsMax = 30;
export const affiliationsMax = 20;
export const goalsMax = 20;
export const offersMax = 20;
export const externalIdsMax = 10;
export const pageLimitMax = 100;

// The parser of addresses forgives what could not be kept and sent again unchanged.
const isStorable = (link: string): boolean => link.isWellFormed() && !/[\s\p{Cc}]/u.test(link);

export const Link = z
  .url({ protocol: /^https?$/ })
  .max(linkCharactersMax)
  .refine(isStorable, { error: "Write the address without spaces and control characters." })
  .meta({ id: "Link", description: "An address on the web, http or https." });
export type Link = z.infer<typeof Link>;

export const Email = z.email().max(254).meta({ id: "Email", description: "An e-mail address." });
export type Email = z.infer<typeof Email>;

/** As people write it, because a number without its country cannot be made uniform without guessing. */
export const Phone = z
  .string()
  .trim()
  .min(3)
  .max(phoneCharactersMax)
  .regex(/^(?=.*\d)[0-9+()\-./ *#,;:a-zA-Z]+$/, {
    error: "Digits, spaces and signs such as + ( ) - only.",
  })
  .meta({ id: "Phone", description: "A phone number, as people write it." });
export type Phone = z.infer<typeof Phone>;

export const Tag = someText(tagCharactersMax)
  .regex(/^[^\n\r\t,]+$/, { error: "A tag is one line without commas." })
  .meta({ id: "Tag", description: "A word of your own to find people by." });
export type Tag = z.infer<typeof Tag>;

export const Affiliation = z
  .strictObject({
    organisation: text(organisationCharactersMax),
    role: text(roleCharactersMax),
    from: orNull(PlainDate),
    to: orNull(PlainDate).meta({ description: "Null: still." }),
  })
  .refine(({ organisation, role }) => organisation !== "" || role !== "", {
    error: "Say the organisation, the role, or both.",
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    path: ["to"],
    error: "It ends before it begins.",
  })
  .meta({
    id: "Affiliation",
    description: "Where someone works or belongs, as what, and from when to when.",
  });
export type Affiliation = z.infer<typeof Affiliation>;

export const Goal = z
  .strictObject({
    what: someText(goalCharactersMax),
    said: text(goalCharactersMax).meta({ description: "Where they said it; empty: your guess." }),
    saidOn: orNull(PlainDate),
  })
  .meta({ id: "Goal", description: "Something they want, and where they said so." });
export type Goal = z.infer<typeof Goal>;

/** Cumulative: the 15 include the 5, the 50 include the 15, the 150 all of them (MODEL 2.5). */
export const Circle = z
  .union([z.literal(5), z.literal(15), z.literal(50), z.literal(150)])
  .meta({ id: "Circle", description: "How near you keep someone: 5, 15, 50 or 150." });
export type Circle = z.infer<typeof Circle>;

export const CadenceDays = z
  .int()
  .min(1)
  .max(3650)
  .meta({ id: "CadenceDays", description: "Days from one contact to the next." });
export type CadenceDays = z.infer<typeof CadenceDays>;

export const ExternalId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,30}:[\x21-\x7e]{1,200}$/, {
    error: "A source in lower case, a colon, and the id there, such as hubspot:1234.",
  })
  .meta({
    id: "ExternalId",
    description: "What another system calls this partner.",
    examples: ["hubspot:1234"],
  });
export type ExternalId = z.infer<typeof ExternalId>;

export const PartnerKind = z
  .enum(["person", "organisation"])
  .meta({ id: "PartnerKind", description: "Someone, or an organisation as a whole." });
export type PartnerKind = z.infer<typeof PartnerKind>;

/** What is kept of a partner. */
const kept = {
  kind: PartnerKind,
  name: someText(nameCharactersMax),
  affiliations: z
    .array(Affiliation)
    .max(affiliationsMax)
    .meta({ description: "The main one first." }),
  emails: z.array(Email).max(emailsMax),
  phones: z.array(Phone).max(phonesMax),
  links: z.array(Link).max(linksMax),
  tags: z.array(Tag).max(tagsMax),
  notes: text(notesCharactersMax),
  goals: orNull(z.array(Goal).max(goalsMax)).meta({
    description: "What they want, the most important first. Null: unknown, so ask them.",
  }),
  offers: z
    .array(someText(goalCharactersMax))
    .max(offersMax)
    .meta({ description: "What they can do for others." }),
  howWeMet: text(howWeMetCharactersMax),
  knownSince: orNull(PlainDate),
  circle: orNull(Circle),
  cadenceDays: orNull(CadenceDays).meta({
    description: "Null: as the circle has it, and without one as the policy.",
  }),
  externalIds: z.array(ExternalId).max(externalIdsMax),
};

/** The main affiliation in short: for callers who know no more than that. */
const shorthand = {
  organisation: text(organisationCharactersMax),
  role: text(roleCharactersMax),
};

/** What you write down about a partner. Of `affiliations` and its shorthand, one is said. */
export const PartnerDraft = z
  .strictObject({ id: PartnerId, ...kept, ...shorthand })
  .partial()
  .required({ name: true })
  .refine(saysAffiliationOnce, onlyOneSpelling())
  .meta({ id: "PartnerDraft", description: "A partner as you first write them down." });
export type PartnerDraft = z.infer<typeof PartnerDraft>;

export const Partner = z
  .strictObject({
    id: PartnerId,
    ...kept,
    organisation: shorthand.organisation.meta({ description: "Of the main affiliation." }),
    role: shorthand.role.meta({ description: "In the main affiliation." }),
    archivedAt: orNull(Instant).meta({ description: "Null: in use." }),
    createdAt: Instant,
    updatedAt: Instant,
    version: z.int().min(1).meta({ description: "Grows by one with every change." }),
  })
  .meta({ id: "Partner", description: "Someone you may give to, ask, and bake deals with." });
export type Partner = z.infer<typeof Partner>;

/** Fields that are absent stay as they are; an empty text or list clears. */
export const PartnerChange = z
  .strictObject({ ...kept, ...shorthand })
  .partial()
  .refine(saysAffiliationOnce, onlyOneSpelling())
  .meta({ id: "PartnerChange", description: "What to change about a partner." });
export type PartnerChange = z.infer<typeof PartnerChange>;

function saysAffiliationOnce(said: {
  readonly affiliations?: unknown;
  readonly organisation?: unknown;
  readonly role?: unknown;
}): boolean {
  return (
    said.affiliations === undefined || (said.organisation === undefined && said.role === undefined)
  );
}

function onlyOneSpelling() {
  return {
    path: ["affiliations"],
    error: "Say either the affiliations, or organisation and role, which stand for the main one.",
  };
}
