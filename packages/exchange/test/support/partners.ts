import * as Arbitrary from "effect/Arbitrary";
import * as Result from "effect/Result";
import * as Schema from "effect/Schema";
import {
  Email,
  type ImportedPartner,
  Link,
  Partner,
  Phone,
  Tag,
} from "@comity/domain/partner/schema";

/** Someone of whom little is known. */
export const partner: Partner = Partner.parse({
  id: "019ac000-0000-7000-8000-000000000001",
  kind: "person",
  name: "Ada Finch",
  affiliations: [],
  organisation: "",
  role: "",
  emails: [],
  phones: [],
  links: [],
  tags: [],
  notes: "",
  goals: null,
  offers: [],
  howWeMet: "",
  knownSince: null,
  circle: null,
  cadenceDays: null,
  externalIds: [],
  archivedAt: null,
  createdAt: "2026-11-25T09:00:00.000Z",
  updatedAt: "2026-11-25T09:00:00.000Z",
  version: 1,
});

/** Signs that files are made of, and text that looks like something else. */
const pieces = [
  ",",
  ";",
  ":",
  '"',
  "'",
  "\\",
  "=",
  "+",
  "-",
  "@",
  "|",
  "<",
  ">",
  "\n",
  "\t",
  " ",
  "  ",
  "\r\n",
  "＝",
  "＋",
  "\\n",
  ":::",
  "* ",
  "é",
  "e\u0301",
  "🦊",
  "\u00A0",
  "\u2028",
  "2024-03-12: Lunch",
  "BEGIN:VCARD",
  "END:VCARD",
  "Ada",
  "x".repeat(80),
  "0",
  "=1+1",
  "'=1",
  "starred",
  "http://",
] as const;

const anyText = Arbitrary.map(
  Arbitrary.array(Arbitrary.schema(Schema.Literals(pieces)), { maxLength: 8 }),
  (drawn) => drawn.join(""),
);

const accepted =
  (schema: { readonly safeParse: (value: unknown) => { readonly data?: string | undefined } }) =>
  (values: ReadonlyArray<string>): Array<string> => [
    ...new Set(values.flatMap((value) => schema.safeParse(value).data ?? [])),
  ];

const anyTexts = Arbitrary.array(anyText, { maxLength: 4 });

/** Partners as they can be kept, with the texts that files have trouble with. */
export const anyPartner: Arbitrary.Arbitrary<Partner> = Arbitrary.filterMap(
  Arbitrary.all({
    name: anyText,
    isPerson: Arbitrary.schema(Schema.Boolean),
    organisation: anyText,
    role: anyText,
    emails: anyTexts,
    phones: anyTexts,
    links: anyTexts,
    tags: anyTexts,
    notes: anyText,
    knownSince: Arbitrary.schema(Schema.NullOr(Schema.Literals(["1999-12-31", "2024-02-29"]))),
  }),
  ({ isPerson, emails, phones, links, tags, ...drawn }) =>
    resultOf(
      Partner.safeParse({
        ...partner,
        ...drawn,
        kind: isPerson ? "person" : "organisation",
        emails: accepted(Email)(emails.map((_, index) => `a+${index}'-=x@b.example`)),
        phones: accepted(Phone)(
          phones.map((said) => `tel:+41,;: ${said.replace(/[^\d;,: -]/g, "")}1`),
        ),
        links: accepted(Link)(links.map((said) => `https://a.example/${said}?q=${said}`)),
        tags: accepted(Tag)(tags),
      }),
    ),
);

const resultOf = (parsed: ReturnType<typeof Partner.safeParse>) =>
  parsed.success ? Result.succeed(parsed.data) : Result.failVoid;

/** What a file can say of a partner: ends of lines have one spelling there. */
export const asImported = (kept: Partner, row: number): ImportedPartner => {
  const plain = (text: string) => text.replace(/\r\n?/g, "\n");
  return {
    row,
    name: plain(kept.name),
    kind: kept.kind,
    ...(kept.organisation !== "" && { organisation: plain(kept.organisation) }),
    ...(kept.role !== "" && { role: plain(kept.role) }),
    ...(kept.emails.length > 0 && { emails: kept.emails }),
    ...(kept.phones.length > 0 && { phones: kept.phones }),
    ...(kept.links.length > 0 && { links: kept.links }),
    ...(kept.tags.length > 0 && { tags: kept.tags }),
    ...(kept.notes !== "" && { notes: plain(kept.notes) }),
    ...(kept.knownSince !== null && { knownSince: kept.knownSince }),
  };
};
