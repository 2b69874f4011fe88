/** Text as it is compared and sorted, never as it is shown. */

/** Accents of Latin, Greek and Cyrillic. Marks of other scripts are letters in all but name. */
const accents = /[\u0300-\u036f]/g;

/** Letters that no decomposition takes apart, as people type them who do not have them. */
const spelledOut: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
};
const toSpellOut = /[ßæœøđðþłı]/g;

/** Lower case, without accents and doubled spaces. */
export const foldedText = (value: string): string =>
  value
    .normalize("NFKD")
    .replace(accents, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(toSpellOut, (letter) => spelledOut[letter] ?? letter)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();

/** A tag is the same in capitals, and with another space. */
export const foldedTag = (tag: string): string => tag.toLowerCase().replace(/\s+/g, " ").trim();

const legalForm = / (incorporated|inc|ltd|limited|llc|llp|plc|gmbh|ag|sa|sarl|bv|corp|co)$/;

/** An organisation without its legal form. */
export const foldedOrganisation = (value: string): string =>
  foldedText(value).replace(legalForm, "");

/** A name without a letter in it, as some people have it, stands as it is. */
export const foldedName = (name: string): string => foldedText(name) || name;
