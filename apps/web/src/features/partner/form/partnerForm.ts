/** A partner as text in fields, and back. */
import type { Affiliation, Partner, PartnerKind } from "@comity/domain/partner/schema";
import type { Change } from "../conflicts.ts";

/** A day in a field: empty for none, undefined while what is typed is no day. */
export type Day = string | undefined;

export interface AffiliationForm {
  readonly key: string;
  readonly organisation: string;
  readonly role: string;
  readonly from: Day;
  readonly to: Day;
}

export interface PartnerForm {
  readonly kind: PartnerKind;
  readonly name: string;
  readonly affiliations: ReadonlyArray<AffiliationForm>;
  readonly emails: string;
  readonly phones: string;
  readonly links: string;
  readonly tags: ReadonlyArray<string>;
  readonly howWeMet: string;
  readonly knownSince: Day;
  readonly externalIds: string;
}

let rows = 0;
/** Rows of a form keep who they are while they are moved. */
export const newKey = (): string => `row-${++rows}`;

export const blankAffiliation = (): AffiliationForm => ({
  key: newKey(),
  organisation: "",
  role: "",
  from: "",
  to: "",
});

export const emptyForm = (): PartnerForm => ({
  kind: "person",
  name: "",
  affiliations: [blankAffiliation()],
  emails: "",
  phones: "",
  links: "",
  tags: [],
  howWeMet: "",
  knownSince: "",
  externalIds: "",
});

const affiliationForm = ({ organisation, role, from, to }: Affiliation): AffiliationForm => ({
  key: newKey(),
  organisation,
  role,
  from: from ?? "",
  to: to ?? "",
});

export const formOf = (partner: Partner): PartnerForm => ({
  kind: partner.kind,
  name: partner.name,
  affiliations:
    partner.affiliations.length === 0
      ? [blankAffiliation()]
      : partner.affiliations.map(affiliationForm),
  emails: partner.emails.join("\n"),
  phones: partner.phones.join("\n"),
  links: partner.links.join("\n"),
  tags: partner.tags,
  howWeMet: partner.howWeMet,
  knownSince: partner.knownSince ?? "",
  externalIds: partner.externalIds.join("\n"),
});

const partsOf = (text: string, between: RegExp): Array<string> => [
  ...new Set(
    text
      .split(between)
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  ),
];

const linesOf = (text: string): Array<string> => partsOf(text, /[\n,;]/);

/** A comma or a semicolon in a number is a pause. */
const phonesOf = (text: string): Array<string> => partsOf(text, /\n/);

/** People write "example.com/ana"; an address on the web begins with its scheme. */
const withScheme = (link: string): string =>
  /^https?:\/\//i.test(link) ? link : `https://${link}`;

const affiliationsOf = (forms: PartnerForm["affiliations"]): Array<Affiliation> =>
  forms
    .map(({ organisation, role, from, to }) => ({
      organisation: organisation.trim(),
      role: role.trim(),
      from: dayOrNull(from),
      to: dayOrNull(to),
    }))
    .filter(({ organisation, role }) => organisation !== "" || role !== "") as Array<Affiliation>;

export const dayOrNull = (day: Day): string | null =>
  day === undefined || day === "" ? null : day;

export const changeOf = (form: PartnerForm): Change => ({
  kind: form.kind,
  name: form.name.trim(),
  affiliations: affiliationsOf(form.affiliations),
  emails: linesOf(form.emails),
  phones: phonesOf(form.phones),
  links: linesOf(form.links).map(withScheme),
  tags: [...form.tags],
  howWeMet: form.howWeMet.trim(),
  knownSince: dayOrNull(form.knownSince),
  externalIds: linesOf(form.externalIds),
});

/** Whether every day in the form is one. Ends that come before their beginning say so in their field. */
export const isReady = (form: PartnerForm): boolean =>
  form.name.trim() !== "" &&
  form.knownSince !== undefined &&
  form.affiliations.every(
    ({ from, to }) =>
      from !== undefined && to !== undefined && (from === "" || to === "" || from <= to),
  );
