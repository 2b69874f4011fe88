/** How far two words are apart: for typing errors. */

/**
 * For each beginning of the other word, the fewest insertions, deletions, replacements and swaps of
 * neighbours that lead to it (optimal string alignment); undefined as soon as all take more than `most`.
 */
const typingDistances = (a: string, b: string, most: number): ReadonlyArray<number> | undefined => {
  let before: Array<number> = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? (before[j - 2] ?? 0) + 1 : Infinity;
      const fewest = Math.min(replaced, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      next.push(fewest);
      least = Math.min(least, fewest);
    }
    if (least > most) return undefined;
    before = row;
    row = next;
  }
  return row;
};

/** How far one word is from the other; `most + 1` where it is more than `most`. */
export const typingDistance = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  return Math.min(typingDistances(a, b, most)?.[b.length] ?? most + 1, most + 1);
};

/** How many typing errors a word of this length may hold and still be meant. */
export const typingErrorsMax = (word: string): number =>
  word.length <= 3 ? 0 : word.length <= 7 ? 1 : 2;

/** Whether the word was meant, or a longer one that begins like it. Both are folded. */
export const isMeant = (typed: string, word: string): boolean => {
  if (word.startsWith(typed)) return true;
  const most = typingErrorsMax(typed);
  if (most === 0 || word.length < typed.length - most || isFarFrom(typed, word, most)) return false;
  const distances = typingDistances(typed, word.slice(0, typed.length + most), most);
  return distances?.some((distance) => distance <= most) ?? false;
};

/** A cheap look before a dear one: each error accounts for one letter that is not there at all. */
const isFarFrom = (typed: string, word: string, most: number): boolean => {
  let missing = 0;
  for (let index = 0; index < typed.length; index++) {
    const letter = typed[index] ?? "";
    if (!word.includes(letter) && ++missing > most) return true;
  }
  return false;
};

/**
 * Puts those first that are likeliest meant: whole words, the fewer errors the better, before longer
 * ones that only begin like it.
 */
export const spellingRank = (typed: string, word: string): number =>
  typingDistance(typed, word, typingErrorsMax(typed));
