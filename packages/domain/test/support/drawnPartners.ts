/** Drawn partners, out of few words, so that two of them often have something in common. */
import * as Arbitrary from "effect/Arbitrary";
import { partnerOf } from "@comity/domain/partner";
import {
  Affiliation,
  type BulkChange,
  Goal,
  type Partner,
  PartnerChange,
  PartnerId,
} from "@comity/domain/partner/schema";
import { Instant } from "@comity/domain/time/schema";
import * as z from "zod";
import { arbitraryOf } from "./arbitrary.ts";

const madeAt = Instant.parse("2026-03-02T09:00:00.000Z");

const days = ["2019-01-01", "2023-06-30", "2024-02-29"] as const;
const Day = z.enum(days).nullable();
const Organisation = z.enum(["Acme", "ACME Inc.", "Okafor Ltd", "🌱", ""]);
const Role = z.enum(["Editor", "editor", "Chair", ""]);

/** What can be said of a partner. */
const Said = z.strictObject({
  name: z.enum([
    "Ana Lima",
    "Lima, Ana",
    "A. Lima",
    "Ana Maria Lima",
    "Anna Lima",
    "Ben Okafor",
    "🌱",
  ]),
  kind: z.enum(["person", "organisation"]),
  affiliations: z
    .array(z.strictObject({ organisation: Organisation, role: Role, from: Day, to: Day }))
    .max(3),
  emails: z
    .array(z.enum(["ana@acme.com", "Ana@acme.com", "info@acme.com", "ben@okafor.example"]))
    .max(3),
  phones: z.array(z.enum(["+41 44 123 45 67", "044 123 45 67", "1-800-FLOWERS"])).max(2),
  links: z
    .array(
      z.enum([
        "https://www.linkedin.com/in/ana",
        "https://linkedin.com/in/Ana/",
        "https://linkedin.com/in/ben",
        "https://ana.example/A",
        "https://ana.example/a",
      ]),
    )
    .max(3),
  tags: z.array(z.enum(["press", "Press", "c", "c++", "board"])).max(3),
  notes: z.enum(["", "Met in Porto", "Likes tea", "Met in Porto\n\nLikes tea"]),
  goals: z
    .array(
      z.strictObject({
        what: z.enum(["A publisher", "a publisher", "C++"]),
        said: z.enum(["", "On a walk", "In a mail"]),
        saidOn: Day,
      }),
    )
    .max(3)
    .nullable(),
  offers: z.array(z.enum(["A stage", "C", "C++", "🌱", "🎈"])).max(3),
  howWeMet: z.enum(["", "At the fair"]),
  knownSince: Day,
  circle: z.union([z.literal(5), z.literal(15), z.literal(50), z.literal(150)]).nullable(),
  cadenceDays: z.int().min(1).max(9).nullable(),
  externalIds: z.array(z.enum(["hubspot:1", "hubspot:2", "sf:1"])).max(2),
});

const isAffiliation = (value: unknown): boolean => Affiliation.safeParse(value).success;

const distinct = <A>(values: ReadonlyArray<A>): Array<A> => [...new Set(values)];

const partnerSaid = (said: z.infer<typeof Said>, id: PartnerId): Partner => {
  const draft = {
    ...said,
    id,
    affiliations: said.affiliations.filter(isAffiliation).map((one) => Affiliation.parse(one)),
    goals: said.goals === null ? null : said.goals.map((goal) => Goal.parse(goal)),
    knownSince: said.knownSince as Partner["knownSince"],
    emails: distinct(said.emails),
    externalIds: distinct(said.externalIds),
  };
  return partnerOf(draft, madeAt);
};

const idOf = (number: number): PartnerId =>
  PartnerId.parse(`01890a5d-ac96-7000-8000-${number.toString(16).padStart(12, "0")}`);

const drawnPartner = (number: number): Arbitrary.Arbitrary<Partner> =>
  Arbitrary.map(arbitraryOf(Said), (said) => partnerSaid(said, idOf(number)));

export const anyPartner = drawnPartner(0xa);
export const anyOther = drawnPartner(0xb);

const Change = z.strictObject({ ...Said.shape, organisation: Organisation, role: Role }).partial();

/** A change that fits its schema: of the affiliations and their shorthand it says one. */
export const anyChange: Arbitrary.Arbitrary<PartnerChange> = Arbitrary.map(
  arbitraryOf(Change),
  ({ affiliations, ...drawn }) => {
    const isShort = drawn.organisation !== undefined || drawn.role !== undefined;
    const said = isShort || affiliations === undefined ? {} : { affiliations };
    return PartnerChange.parse({
      ...drawn,
      ...("affiliations" in said ? { affiliations: said.affiliations?.filter(isAffiliation) } : {}),
    });
  },
);

export const anyBulkChange: Arbitrary.Arbitrary<BulkChange> = arbitraryOf(
  z.strictObject({
    addTags: z.array(z.enum(["press", "PRESS", "new"])).max(2),
    removeTags: z.array(z.enum(["Press", "board"])).max(2),
    circle: z.literal(15).nullable().optional(),
    cadenceDays: z.int().min(1).max(9).nullable().optional(),
    archived: z.boolean().optional(),
  }),
);
