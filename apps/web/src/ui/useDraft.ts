import { useState } from "react";

const kept = new Map<string, string>();

/** Text that is being written. It survives a closed dialog and a changed screen, until it is cleared. */
export const useDraft = (
  key: string,
  initial = "",
): readonly [string, (text: string) => void, () => void] => {
  const [text, setText] = useState(() => kept.get(key) ?? initial);
  const write = (next: string): void => {
    kept.set(key, next);
    setText(next);
  };
  return [text, write, () => void kept.delete(key)];
};
