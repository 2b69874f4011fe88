/** Whether two partners are one: what speaks for it, and the guards against taking two for one. */
import type { Likeness, LikenessGuard, LikenessReason, PartnerKind } from "../schema.ts";
import { foldedName, foldedOrganisation } from "./folding.ts";
import { type Described, linkedInSlugsOf } from "./identity.ts";
import { typingDistance } from "./spelling.ts";

/** Someone described, as far as it has been said. */
export interface Comparable extends Described {
  readonly kind?: PartnerKind | undefined;
  readonly phones?: ReadonlyArray<string> | undefined;
}

/** From this score on two partners are shown as one perhaps. */
export const likenessShown = 0.6;

/** Addresses that several people read. */
const mailboxes =
  /^(admin|bonjour|contact|hallo|hello|hi|hr|info|jobs|kontakt|mail|no-?reply|office|post|press|sales|service|support|team|welcome)@/;

export const isSharedMailbox = (email: string): boolean => mailboxes.test(email.toLowerCase());

/** The end of a number, which is the same with and without its country. */
const phoneEnd = (phone: string): string => phone.replace(/\D/g, "").slice(-9);

const isPhoneEnd = (end: string): boolean => end.length >= 7;

const inCommon = (a: ReadonlyArray<string>, b: ReadonlyArray<string>): boolean =>
  a.some((value) => b.includes(value));

const addressesOf = ({ emails }: Comparable): ReadonlyArray<string> =>
  (emails ?? []).map((email) => email.toLowerCase());

const phonesOf = ({ phones }: Comparable): ReadonlyArray<string> =>
  (phones ?? []).map(phoneEnd).filter(isPhoneEnd);

/** What is compared of somebody, worked out once where they are held against many. */
export interface Likened {
  readonly kind: PartnerKind;
  readonly name: FoldedName;
  readonly firm: string;
  readonly slugs: ReadonlyArray<string>;
  readonly externalIds: ReadonlyArray<string>;
  readonly addresses: ReadonlyArray<string>;
  readonly phones: ReadonlyArray<string>;
}

export interface FoldedName {
  readonly said: string;
  /** In the order of the alphabet, so that the family name may come first. */
  readonly words: ReadonlyArray<string>;
  readonly sorted: string;
}

export const foldedNameOf = (name: string): FoldedName => {
  const said = foldedName(name);
  const words = said.split(" ").toSorted();
  return { said, words, sorted: words.join(" ") };
};

export const likenedOf = (partner: Comparable): Likened => ({
  kind: partner.kind ?? "person",
  name: foldedNameOf(partner.name),
  firm: foldedOrganisation(partner.organisation ?? ""),
  slugs: linkedInSlugsOf(partner),
  externalIds: partner.externalIds ?? [],
  addresses: addressesOf(partner),
  phones: phonesOf(partner),
});

export const isSameName = (a: FoldedName, b: FoldedName): boolean => a.sorted === b.sorted;

/** One typing error, an initial for a first name, or a middle name that one of them leaves out. */
export const isSimilarName = (a: FoldedName, b: FoldedName): boolean =>
  isOneErrorApart(a, b) || isShortenedName(a.words, b.words);

/** Names shorter than this are other names when a letter is another. */
const errorCharactersMin = 6;

const isOneErrorApart = (a: FoldedName, b: FoldedName): boolean => {
  const spellings = [
    [a.sorted, b.sorted],
    [a.said, b.said],
  ] as const;
  return spellings.some(
    ([one, other]) =>
      Math.min(one.length, other.length) >= errorCharactersMin &&
      typingDistance(one, other, 1) <= 1,
  );
};

/** At least one word is the same in full; what is left of the shorter one stands for the rest. */
const isShortenedName = (a: ReadonlyArray<string>, b: ReadonlyArray<string>): boolean => {
  const left = [...b];
  const takeOut = (fits: (word: string) => boolean): boolean => {
    const at = left.findIndex(fits);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  };
  const same = a.filter((word) => takeOut((other) => other === word));
  const rest = withoutWords(a, same).filter(
    (word) => !takeOut((other) => isInitialOf(word, other) || isInitialOf(other, word)),
  );
  const isWithin = rest.length === 0 || left.length === 0;
  return Math.min(a.length, b.length) >= 2 && isWithin && same.some((word) => word.length > 1);
};

const withoutWords = (
  words: ReadonlyArray<string>,
  gone: ReadonlyArray<string>,
): ReadonlyArray<string> => {
  const left = [...gone];
  return words.filter((word) => {
    const at = left.indexOf(word);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
};

const isInitialOf = (initial: string, word: string): boolean =>
  initial.length === 1 && word.startsWith(initial);

/**
 * Keys that two partners must have one of in common to be compared at all: an address, a number, a
 * profile, the same words in their names, or an organisation with initials or a word of the name.
 */
export const blockKeysOf = (partner: Comparable): ReadonlyArray<string> => {
  const { words } = foldedNameOf(partner.name);
  const organisation = foldedOrganisation(partner.organisation ?? "");
  const initials = words.map((word) => word[0] ?? "").toSorted();
  return [
    ...new Set([
      ...linkedInSlugsOf(partner).map((slug) => `linkedin:${slug}`),
      ...(partner.externalIds ?? []).map((id) => `external:${id}`),
      ...addressesOf(partner)
        .filter((email) => !isSharedMailbox(email))
        .map((email) => `email:${email}`),
      ...phonesOf(partner).map((end) => `phone:${end}`),
      `name:${words.join(" ")}`,
      ...(organisation === "" ? [] : [`at:${organisation}|${initials.join("")}`]),
      ...(organisation === "" || words.length < 2
        ? []
        : words.filter((word) => word.length > 1).map((word) => `at:${organisation}|${word}`)),
    ]),
  ];
};

/**
 * How likely two partners are one. A guard that holds always ends it at 0: another profile, another
 * kind, or your own word. The others only take the weight from what would otherwise speak for it.
 */
export const likenessOf = (a: Comparable, b: Comparable, areToldApart = false): Likeness =>
  likenessBetween(likenedOf(a), likenedOf(b), areToldApart);

/** The same, of two that were made ready for it. */
export const likenessBetween = (a: Likened, b: Likened, areToldApart = false): Likeness => {
  const because: Array<LikenessReason> = [];
  const guards: Array<LikenessGuard> = [];
  if (inCommon(a.slugs, b.slugs)) because.push("same-linkedin");
  else if (a.slugs.length > 0 && b.slugs.length > 0) guards.push("different-linkedin");
  if (a.kind !== b.kind) guards.push("different-kind");
  if (areToldApart) guards.push("said-to-differ");
  if (inCommon(a.externalIds, b.externalIds)) because.push("same-external-id");

  const name = isSameName(a.name, b.name)
    ? "same-name"
    : isSimilarName(a.name, b.name)
      ? "similar-name"
      : null;
  if (name !== null) because.push(name);
  const isFirmKnown = a.firm !== "" && b.firm !== "";
  const isSameFirm = isFirmKnown && a.firm === b.firm;
  if (isSameFirm) because.push("same-organisation");
  if (isFirmKnown && !isSameFirm && name !== null) guards.push("namesakes");
  if (isSameFirm && name === null) guards.push("colleagues");

  const shared = a.addresses.filter((email) => b.addresses.includes(email));
  if (shared.some((email) => !isSharedMailbox(email))) because.push("same-email");
  else if (shared.length > 0) guards.push("shared-mailbox");
  if (inCommon(a.phones, b.phones)) because.push("same-phone");
  return { score: scoreOf(new Set(because), new Set(guards)), because, guards };
};

const scoreOf = (
  because: ReadonlySet<LikenessReason>,
  guards: ReadonlySet<LikenessGuard>,
): number => {
  const isEnded = ["different-linkedin", "different-kind", "said-to-differ"] as const;
  if (isEnded.some((guard) => guards.has(guard))) return 0;
  if (because.has("same-linkedin") || because.has("same-external-id")) return 1;
  const isNamed = because.has("same-name") || because.has("similar-name");
  // One number or address of a whole firm says nothing about two of its people.
  if (guards.has("colleagues")) return because.has("same-email") ? 0.5 : 0.1;
  if (because.has("same-email")) return isNamed ? 0.97 : 0.7;
  if (because.has("same-phone")) return isNamed ? 0.92 : 0.4;
  if (guards.has("namesakes")) return 0.3;
  if (because.has("same-name")) return because.has("same-organisation") ? 0.9 : 0.65;
  if (because.has("similar-name")) return because.has("same-organisation") ? 0.75 : 0.35;
  return 0;
};
