/** How far two words are apart: for typing errors. */

/**
 * The fewest insertions, deletions, replacements and swaps of neighbours that lead from one word to
 * the other (optimal string alignment); `most + 1` as soon as it is more than `most`.
 */
export const typingDistance = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: Array<number> = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? (before[j - 2] ?? 0) + 1 : Infinity;
      next.push(Math.min(replaced, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > most) return most + 1;
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
};

/** How many typing errors a word of this length may hold and still be meant. */
export const typingErrorsMax = (word: string): number =>
  word.length <= 3 ? 0 : word.length <= 7 ? 1 : 2;

/** Whether the word was meant, or a longer one that begins like it. Both are folded. */
export const isMeant = (typed: string, word: string): boolean => {
  const most = typingErrorsMax(typed);
  if (word.startsWith(typed)) return true;
  if (most === 0) return false;
  return [typed.length - 1, typed.length, typed.length + 1].some(
    (length) => typingDistance(typed, word.slice(0, length), most) <= most,
  );
};
