import { useEffect, useRef } from "react";

/** What each key does: `n`, `?`, `g p` for one after the other, `mod+k` with Ctrl or Cmd held. */
export type Keys = Readonly<Record<string, () => void>>;

const sequenceMs = 1_200;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches("input:not([type=radio]), textarea, select"));

const isDialogOpen = (): boolean => document.querySelector("dialog[open]") !== null;

/** Arrow keys choose among radio buttons; that is their own. */
const isChoosing = ({ target, key }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && target.matches("input[type=radio]") && key.startsWith("Arrow");

const nameOf = (event: KeyboardEvent): string =>
  event.ctrlKey || event.metaKey ? `mod+${event.key}` : event.key;

/** Keys of the screen that is shown. They rest while someone types or a dialog is open. */
export const useKeys = (keys: Keys): void => {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    let before = "";
    let beforeAt = 0;
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || isDialogOpen()) return;
      const name = nameOf(event);
      if (isTyping(event.target) && !name.startsWith("mod+")) return;
      if (isChoosing(event)) return;
      const isSoon = event.timeStamp - beforeAt < sequenceMs;
      const sequence = latest.current[`${before} ${name}`];
      const run = isSoon && sequence !== undefined ? sequence : latest.current[name];
      before = name;
      beforeAt = event.timeStamp;
      if (run === undefined) return;
      event.preventDefault();
      run();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
};
