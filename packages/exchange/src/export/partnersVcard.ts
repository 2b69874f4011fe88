/** Partners as cards that phones and mail programs take in: vCard 4.0 (RFC 6350). */
import type { Partner } from "@comity/domain/partner/schema";
import ICAL from "ical.js";
import { withLineFeeds } from "../text/plainLines.ts";
import { productId } from "../vcard/product.ts";

/** A property in jCard (RFC 7095). */
type Property = readonly [
  name: string,
  parameters: Readonly<Record<string, string>>,
  type: "text" | "uri" | "unknown",
  ...values: ReadonlyArray<string | ReadonlyArray<string>>,
];

/** A piece for each partner. */
export function* partnersVcard(partners: Iterable<Partner>): Generator<string, void> {
  for (const partner of partners) yield cardOf(partner);
}

const cardOf = (partner: Partner): string =>
  ICAL.stringify([["vcard", [...propertiesOf(partner)], []]] as unknown as Array<object>);

function* propertiesOf(partner: Partner): Generator<Property> {
  yield text("version", "4.0");
  yield text("prodid", productId);
  yield text("kind", partner.kind === "organisation" ? "org" : "individual");
  yield text("fn", partner.name);
  // Which part of a name is which is not known; without any, phones show no name at all.
  if (partner.kind === "person") {
    yield ["n", {}, "text", ["", withLineFeeds(partner.name), "", "", ""]];
  }
  if (partner.organisation !== "") yield ["org", {}, "text", [withLineFeeds(partner.organisation)]];
  if (partner.role !== "") yield text("title", partner.role);
  for (const email of partner.emails) yield text("email", email);
  for (const phone of partner.phones) yield text("tel", phone);
  for (const link of partner.links) yield ["url", {}, "uri", link];
  yield* categoriesOf(partner.tags);
  if (partner.notes !== "") yield text("note", partner.notes);
  if (partner.knownSince !== null) {
    yield ["x-comity-known-since", {}, "unknown", partner.knownSince];
  }
}

/** ical.js takes the comma behind a tag that ends in a backslash for a part of it. */
const categoriesOf = (tags: ReadonlyArray<string>): ReadonlyArray<Property> => {
  if (tags.length === 0) return [];
  return tags.some((tag) => tag.endsWith("\\"))
    ? tags.map((tag) => text("categories", tag))
    : [text("categories", ...tags)];
};

// ical.js escapes a line feed, and would write any other end of a line as one of the file.
const text = (name: string, ...values: ReadonlyArray<string>): Property => [
  name,
  {},
  "text",
  ...values.map(withLineFeeds),
];
