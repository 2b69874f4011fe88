/** A partner as text in fields, and back. */
import type { Partner } from "@comity/domain/partner/schema";

export interface PartnerForm {
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
  readonly knownSince: string;
  readonly emails: string;
  readonly links: string;
}

export const emptyForm: PartnerForm = {
  name: "",
  role: "",
  organisation: "",
  knownSince: "",
  emails: "",
  links: "",
};

export const formOf = (partner: Partner): PartnerForm => ({
  name: partner.name,
  role: partner.role,
  organisation: partner.organisation,
  knownSince: partner.knownSince ?? "",
  emails: partner.emails.join("\n"),
  links: partner.links.join("\n"),
});

const linesOf = (text: string): Array<string> =>
  text
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** People write "example.com/ana"; an address on the web begins with its scheme. */
const withScheme = (link: string): string =>
  /^https?:\/\//i.test(link) ? link : `https://${link}`;

interface Change {
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
  readonly knownSince: string | null;
  readonly emails: Array<string>;
  readonly links: Array<string>;
}

export const changeOf = (form: PartnerForm): Change => ({
  name: form.name.trim(),
  role: form.role.trim(),
  organisation: form.organisation.trim(),
  knownSince: form.knownSince === "" ? null : form.knownSince,
  emails: linesOf(form.emails),
  links: linesOf(form.links).map(withScheme),
});

export const fieldsInWords: Readonly<Record<keyof PartnerForm, string>> = {
  name: "Name",
  role: "Role",
  organisation: "Organisation",
  knownSince: "Known since",
  emails: "E-mail",
  links: "Links",
};

/** Which fields of mine differ from what the server has. */
export const differingFields = (
  mine: PartnerForm,
  theirs: PartnerForm,
): ReadonlyArray<keyof PartnerForm> =>
  (Object.keys(fieldsInWords) as Array<keyof PartnerForm>).filter(
    (field) => mine[field].trim() !== theirs[field].trim(),
  );
