import { useEffect, useRef } from "react";
import type { ShortcutName } from "../shortcuts.ts";

/** What each key does: `n`, `?`, `g p` for one after the other, `mod+k` with Ctrl or Cmd held. */
export type Keys = Readonly<Partial<Record<ShortcutName, () => void>>>;

const sequenceMs = 1_200;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches("input:not([type=radio], [type=checkbox]), textarea, select"));

const isDialogOpen = (): boolean => document.querySelector("dialog[open]") !== null;

/** Arrow keys choose among radio buttons; that is their own. */
const isChoosing = ({ target, key }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && target.matches("input[type=radio]") && key.startsWith("Arrow");

const nameOf = (event: KeyboardEvent): string =>
  event.ctrlKey || event.metaKey ? `mod+${event.key}` : event.key;

interface Listed {
  keys: Keys;
}

/** The parts of the page that listen, the latest first: a screen goes before what stands around it. */
let listed: ReadonlyArray<Listed> = [];
let before = "";
let beforeAt = 0;

const meaningOf = (name: string): (() => void) | undefined =>
  listed.map(({ keys }) => keys[name as ShortcutName]).find((run) => run !== undefined);

const onKey = (event: KeyboardEvent): void => {
  if (event.defaultPrevented || event.altKey || isDialogOpen()) return;
  const name = nameOf(event);
  if (isTyping(event.target) && !name.startsWith("mod+")) return;
  if (isChoosing(event)) return;
  // One after the other goes first, so that the second key of a pair does nothing by itself.
  const pair = event.timeStamp - beforeAt < sequenceMs ? meaningOf(`${before} ${name}`) : undefined;
  const run = pair ?? meaningOf(name);
  before = name;
  beforeAt = event.timeStamp;
  if (run === undefined) return;
  event.preventDefault();
  run();
};

const listen = (one: Listed): (() => void) => {
  if (listed.length === 0) window.addEventListener("keydown", onKey);
  listed = [one, ...listed];
  return () => {
    listed = listed.filter((each) => each !== one);
    if (listed.length === 0) window.removeEventListener("keydown", onKey);
  };
};

/** Keys of the screen that is shown. They rest while someone types or a dialog is open. */
export const useKeys = (keys: Keys): void => {
  const latest = useRef<Listed>({ keys });
  useEffect(() => {
    latest.current.keys = keys;
  });
  useEffect(() => listen(latest.current), []);
};
