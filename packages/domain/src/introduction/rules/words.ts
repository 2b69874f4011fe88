/** The telling words of what people want and can do. Only types are imported. */
import { foldedText } from "../../partner/rules.ts";

/** English words that join, and those that every wish and every offer is made of. */
const saysNothing = new Set(
  (
    "a about across after all also an and any are as at be been before being best better but by can could did do does " +
    "don doing during each few for from get gets getting give gives giving go goal goals good great had has have " +
    "having he help helped helping helps her him his how i if in into is it its just know known knows less let like " +
    "look looking looks lot made make makes making many may me meet meeting meets might more most much my need " +
    "needed needs new no not of off offer offered offering offers on one only or other others our out over own " +
    "people person provide provides share shared sharing she should so some someone something such than that the " +
    "their them then there these they thing things this those through time to too up us use used uses using very " +
    "want wanted wanting wants was way ways we well were what when where which while who whom whose why will wish " +
    "with within without work working works would year years you your find finding finds found try trying learn " +
    "learning next first right another around able back become becoming bring bringing brings contact contacts " +
    "near onto under over between among during toward towards per via connect connecting connection connections intro intros introduce introduced introduces introducing " +
    "introduction introductions"
  ).split(" "),
);

const vowel = /[aeiouy]/;

/** What is left of a word has to be one still: four letters, one of them a vowel. */
const isStem = (stem: string): boolean => stem.length >= 4 && vowel.test(stem);

const endings: ReadonlyArray<readonly [RegExp, string]> = [
  [/ies$/, "y"],
  [/(?<=ss|x|zz|ch|sh)es$/, ""],
  [/(?<![su])s$/, ""],
];

/** Who does it, and the doing of it: invest, investor, investing, investment; translator, translation. */
const endingOfDoing = /(?:ing|(?<!e)er|or|ed|ment|(?<=[ts])ion)$/;

/**
 * A word without its ending, so that publisher, publishers and publishing are one. Lightly: what it
 * leaves need not be a word, only the same for the same.
 */
export const stemOf = (word: string): string => {
  const plural = endings.find(([ending]) => ending.test(word));
  const one = plural === undefined ? word : word.replace(plural[0], plural[1]);
  const root = rootOf(one.length >= 3 ? one : word);
  // plann is plan, and writ is what write and writing have in common.
  return root.replace(/([b-df-hj-np-tv-z])\1$/, "$1").replace(/(?<=....)e$/, "");
};

const rootOf = (word: string): string => {
  const root = word.replace(endingOfDoing, "");
  return root !== word && isStem(root) ? rootOf(root) : word;
};

/** The words of a text that tell something, each once. */
export const tellingWordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    foldedText(text)
      .split(" ")
      .filter((word) => word.length > 1 && !saysNothing.has(word) && !/^\p{N}+$/u.test(word))
      .map(stemOf),
  );
