/** A card as a partner. ical.js parses it; what it says is judged as in every other file. */
import type { PartnerKind, SkippedRow } from "@comity/domain/partner/schema";
import type { PlainDate } from "@comity/domain/time/schema";
import ICAL from "ical.js";
import { type ReadRow, thousands } from "../file/fileRead.ts";
import { partnerRow } from "../partner/partnerRow.ts";
import { withLineFeeds } from "../text/plainLines.ts";
import { isBlank } from "../text/showable.ts";
import { type Card, cardCharactersMax } from "./cards.ts";
import { productId } from "./product.ts";

/** A property in jCard (RFC 7095): name, parameters, type, values. */
type Property = readonly [
  name: string,
  parameters: Readonly<Record<string, string | ReadonlyArray<string>>>,
  type: string,
  ...values: ReadonlyArray<Value>,
];
type Value = string | ReadonlyArray<string | ReadonlyArray<string>>;

export const cardRow = (card: Card, today: PlainDate): ReadRow | SkippedRow => {
  if (card.properties.length === 0) {
    return { row: card.line, reason: "empty", message: `The card on line ${card.line} is empty.` };
  }
  if (card.characters > cardCharactersMax) return tooLong(card.line);
  const properties = parsed(card);
  if (properties === undefined) return notRead(card.line);

  const kind = kindOf(properties);
  if (kind === "group") return groupLeftOut(card.line);
  return sayingRow(card, propertiesByName(properties), kind, today);
};

type Said = ReadonlyMap<string, ReadonlyArray<Property>>;

const sayingRow = (
  { line, version, hasPhoto, brokenLines }: Card,
  said: Said,
  kind: PartnerKind | undefined,
  today: PlainDate,
): ReadRow | SkippedRow => {
  const textsOf = (name: string) => (said.get(name) ?? []).map(textOf);
  const firstOf = (...names: ReadonlyArray<string>) =>
    names.flatMap(textsOf).find((text) => !isBlank(text)) ?? "";
  const linkOf = version === "4.0" ? asItIs : withoutEscapes;
  const isOurs = textsOf("prodid").includes(productId);
  const name = firstOf("fn") || nameOf(said.get("n")?.[0]);
  const organisation = firstOf("org");
  const row = {
    row: line,
    name,
    kind,
    organisation: kind === "organisation" && !isOurs && organisation === name ? "" : organisation,
    role: firstOf("title", "role"),
    emails: preferredFirst(said.get("email")).map(textOf).map(withoutScheme),
    phones: preferredFirst(said.get("tel"))
      .map(textOf)
      .map(isOurs ? asItIs : phoneOf),
    links: [
      ...preferredFirst(said.get("url")).map(textOf).map(linkOf),
      ...["x-socialprofile", "socialprofile"].flatMap(textsOf).map(linkOf).filter(isLink),
    ],
    tags: (said.get("categories") ?? []).flatMap(([, , , ...values]) =>
      values.flat(2).filter((tag) => isOurs || !systemTags.has(tag.toLowerCase())),
    ),
    notes: textsOf("note").map(withLineFeeds),
    knownSince: firstOf("x-comity-known-since"),
    warnings: [...(hasPhoto ? [photoLeftOut] : []), ...brokenLines.map(lineLeftOut)],
  };
  return partnerRow(row, {
    dates: { order: undefined, latest: isOurs ? undefined : today },
    isOurs,
  });
};

/** Undefined when it is not a card, for the parser. The others of the file are read all the same. */
const parsed = ({ version, properties }: Card): ReadonlyArray<Property> | undefined => {
  const text = [
    "BEGIN:VCARD",
    `VERSION:${version === "4.0" ? "4.0" : "3.0"}`,
    ...properties,
    "END:VCARD",
  ].join("\n");
  try {
    // ical.js types what it parses as an object; for one component it is that component.
    const [, read] = ICAL.parse(text) as unknown as readonly [string, ReadonlyArray<Property>];
    return read;
  } catch {
    return undefined;
  }
};

const propertiesByName = (properties: ReadonlyArray<Property>): Said =>
  Map.groupBy(properties, ([name]) => name);

const kindOf = (properties: ReadonlyArray<Property>): PartnerKind | "group" | undefined => {
  const said = (name: string) =>
    properties
      .find(([each]) => each === name)?.[3]
      ?.toString()
      .trim()
      .toLowerCase();
  const kind = said("kind") ?? said("x-addressbookserver-kind");
  if (kind === "group") return "group";
  if (kind === "org" || said("x-abshowas") === "company") return "organisation";
  return kind === "individual" ? "person" : undefined;
};

/** Of a text in parts, such as an organisation with its departments, the first. */
const textOf = ([, , , value = ""]: Property): string =>
  typeof value === "string" ? value : String([value[0] ?? ""].flat()[0] ?? "");

/** Written as family name, given name, additional names. */
const nameOf = (property: Property | undefined): string => {
  const value = property?.[3] ?? "";
  if (typeof value === "string") return value;
  const [family = "", given = "", additional = ""] = value;
  return [given, additional, family].flat().join(" ").trim();
};

const preferredFirst = (properties: ReadonlyArray<Property> = []): ReadonlyArray<Property> => [
  ...properties.filter(isPreferred),
  ...properties.filter((property) => !isPreferred(property)),
];

const isPreferred = ([, { pref, type }]: Property): boolean =>
  pref === "1" || [type].flat().some((each) => each?.toLowerCase() === "pref");

const asItIs = (value: string): string => value;

const withoutScheme = (email: string): string => email.replace(/^mailto:/i, "");

/** `tel:+41-44-668-18-00;ext=12` as people write it. */
const phoneOf = (value: string): string =>
  /^tel:/i.test(value)
    ? value
        .slice(4)
        .replace(/;ext=([^;]*)/i, " ext. $1")
        .replace(/;.*$/, "")
    : value;

/** In version 3.0 ical.js leaves the escapes in an address. */
const withoutEscapes = (value: string): string => value.replace(/\\([,;\\])/g, "$1");

const isLink = (value: string): boolean => /^https?:/i.test(value);

const systemTags: ReadonlySet<string> = new Set([
  "mycontacts",
  "* mycontacts",
  "starred",
  "* starred",
]);

const photoLeftOut = "The photo was left out.";

const lineLeftOut = (line: number): string => `Line ${line} could not be read and was left out.`;

const notRead = (line: number): SkippedRow => ({
  row: line,
  reason: "unreadable",
  message: `The card on line ${line} is not written as a vCard should be. Export it again.`,
});

const tooLong = (line: number): SkippedRow => ({
  row: line,
  reason: "unreadable",
  message: `The card on line ${line} has more than ${thousands(cardCharactersMax)} characters.`,
});

const groupLeftOut = (line: number): SkippedRow => ({
  row: line,
  reason: "unreadable",
  message: `The card on line ${line} is a group of contacts. Its members have cards of their own.`,
});
