/** What a partner is, as one says it; the values of fields, as they are compared and read aloud. */
import { circleCadenceDays } from "@comity/domain/partner/rules";
import type { Affiliation, Circle, Goal, Partner } from "@comity/domain/partner/schema";
import { plainDateInWords } from "../../ui/clock.ts";
import { cadenceInWords } from "../settings/policyInWords.ts";

/** "Editor at The Weekly", or whichever half is known. */
export const affiliationInWords = ({
  role,
  organisation,
}: Pick<Affiliation, "role" | "organisation">): string =>
  role !== "" && organisation !== "" ? `${role} at ${organisation}` : role + organisation;

/** "since 3 March 2022", "3 March 2020 to 1 May 2022"; nothing where no day is known. */
export const spanInWords = ({ from, to }: Pick<Affiliation, "from" | "to">): string => {
  if (from === null) return to === null ? "" : `until ${plainDateInWords(to)}`;
  return to === null
    ? `since ${plainDateInWords(from)}`
    : `${plainDateInWords(from)} to ${plainDateInWords(to)}`;
};

/** Where a goal was said: "At lunch, 3 March 2026". Without a place it is a guess, or a day. */
export const saidInWords = ({ said, saidOn }: Pick<Goal, "said" | "saidOn">): string => {
  const on = saidOn === null ? "" : plainDateInWords(saidOn);
  if (said === "") return on === "" ? "your guess" : `said on ${on}`;
  return on === "" ? said : `${said}, ${on}`;
};

export const circleInWords: Readonly<Record<Circle, string>> = {
  5: "One of the closest 5",
  15: "One of the 15",
  50: "One of the 50",
  150: "One of the 150",
};

/** What a circle is for, beside its number. */
export const circleMeaning: Readonly<Record<Circle, string>> = {
  5: "whom you would call at night",
  15: "with whom you build things",
  50: "whom you keep up with",
  150: "whom you know well",
};

/** "As the circle: every month"; without a circle as everybody. */
export const usualCadenceInWords = (circle: Circle | null, policyDays: number): string =>
  circle === null
    ? `As with everybody: ${cadenceInWords(policyDays)}`
    : `As the circle: ${cadenceInWords(circleCadenceDays[circle])}`;

/** How much is written of what fits, once that matters. */
export const leftInWords = (text: string, most: number): string | undefined =>
  text.length < most * 0.8 ? undefined : `${text.length} of ${most}`;

const linesInWords = (lines: ReadonlyArray<string>): string =>
  lines.length === 0 ? "(empty)" : lines.join("\n");

const spannedInWords = (affiliation: Affiliation): string =>
  [affiliationInWords(affiliation), spanInWords(affiliation)]
    .filter((part) => part !== "")
    .join(", ");

const goalsInWords = (goals: Partner["goals"]): string => {
  if (goals === null) return "not known yet";
  return goals.length === 0 ? "they named none" : goals.map(({ what }) => what).join("\n");
};

/** Fields that a page changes. The short spelling of the main affiliation is never sent. */
export type PartnerFieldName =
  | "kind"
  | "name"
  | "affiliations"
  | "emails"
  | "phones"
  | "links"
  | "tags"
  | "notes"
  | "goals"
  | "offers"
  | "howWeMet"
  | "knownSince"
  | "circle"
  | "cadenceDays"
  | "externalIds";

export const fieldsInWords: Readonly<Record<PartnerFieldName, string>> = {
  kind: "Person or organisation",
  name: "Name",
  affiliations: "Where they work",
  emails: "E-mail",
  phones: "Phone",
  links: "Links",
  tags: "Tags",
  notes: "Notes",
  goals: "Goals",
  offers: "What they can do for others",
  howWeMet: "How you met",
  knownSince: "Known since",
  circle: "Circle",
  cadenceDays: "In touch",
  externalIds: "Ids elsewhere",
};

type Said = Partial<Pick<Partner, PartnerFieldName>>;

/** One field of a partner in plain text, for two versions side by side. */
export const fieldInWords = (said: Said, field: PartnerFieldName): string => {
  switch (field) {
    case "affiliations":
      return linesInWords((said.affiliations ?? []).map(spannedInWords));
    case "emails":
    case "phones":
    case "links":
    case "tags":
    case "offers":
    case "externalIds":
      return linesInWords(said[field] ?? []);
    case "goals":
      return goalsInWords(said.goals ?? null);
    case "knownSince":
      return said.knownSince == null ? "(empty)" : plainDateInWords(said.knownSince);
    case "circle":
      return said.circle == null ? "none" : circleInWords[said.circle];
    case "cadenceDays":
      return said.cadenceDays == null ? "as the circle" : cadenceInWords(said.cadenceDays);
    case "kind":
      return said.kind ?? "person";
    case "name":
    case "notes":
    case "howWeMet":
      return said[field] === undefined || said[field] === "" ? "(empty)" : said[field];
  }
};
