/** Whether a text is English enough to be read (MODEL 5.6). A cheap look at its commonest words. */

const wordsOf = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Words that English texts cannot do without, and that the others below do not have. */
const english = wordsOf(
  "the and to of is it you that for with your are this have my be we was at as not but can would could " +
    "if i'm i'd i've it's don't please thanks thank from what about our they there will just how when or " +
    "by any some hope know let me us their been an which who why i hi hey hello loved great",
);

/** The same for Spanish, French, German, Italian, Portuguese and Dutch. */
const others = wordsOf(
  "el la los las que por para una con pero muy está gracias hola usted como le les des est une pour dans " +
    "vous nous je avec pas merci bonjour der das und ist nicht ich sie wir ein eine mit für auf dass danke " +
    "hallo könnten können il di che è non per sono grazie ciao potresti os uma não você obrigado olá het een " +
    "van niet ik je jij voor dank kunt zou tu te si mi del al du au qui sur ce sich auch wie zu den dem",
);

const looksAtWords = 300;

/** Below this part of English among its words a longer text is in another language. */
const englishShareMin = 0.05;
const longerWordsMin = 8;

/** Text in another script has few Latin letters; a short text without a hint counts as English. */
export const isEnglish = (text: string): boolean => {
  const start = text.slice(0, looksAtWords * 10);
  const letters = start.match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter));
  if (latin.length * 2 < letters.length) return false;
  const words = (
    start
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/[\p{L}']+/gu) ?? []
  ).slice(0, looksAtWords);
  const inEnglish = words.filter((word) => english.has(word)).length;
  const inOthers = words.filter((word) => others.has(word)).length;
  if (inOthers > inEnglish) return false;
  return words.length < longerWordsMin || inEnglish >= englishShareMin * words.length;
};
