/**
 * Every key of the page, once. The sheet shows this list, `useKeys` takes no name that is not in it,
 * and test/unit/shortcuts.test.ts finds the names that nothing listens to.
 */
interface Shortcut {
  readonly name: string;
  readonly does: string;
  /** A place to go to: the shell listens to these. */
  readonly href?: string;
  /** How it is written on the sheet, where that is not its name. */
  readonly shown?: string;
}

export const goShortcuts = [
  { name: "g t", does: "Today", href: "/" },
  { name: "g p", does: "Partners", href: "/partners" },
  { name: "g d", does: "Deals", href: "/deals" },
  { name: "g m", does: "Me", href: "/me" },
  { name: "g o", does: "The deck: how you stand, from memory", href: "/openings" },
  { name: "g s", does: "Settings", href: "/me/settings" },
] as const satisfies ReadonlyArray<Shortcut>;

const anywhere = [
  { name: "mod+k", does: "Find a partner, a page or a verb" },
  { name: "i", does: "Import a file" },
  { name: "u", does: "Undo what the note at the edge tells of" },
  { name: "?", does: "This sheet" },
] as const satisfies ReadonlyArray<Shortcut>;

const partners = [
  { name: "/", does: "Search" },
  { name: "n", does: "New: a partner in the list, a gift on a partner’s page" },
  { name: "j", does: "Down the list; Enter opens", shown: "j ↓" },
  { name: "k", does: "Up the list", shown: "k ↑" },
  { name: "x", does: "Select in the list; with Shift up to there" },
  { name: "mod+a", does: "Select all that are found" },
  { name: "a", does: "Ask this partner" },
  { name: "e", does: "Edit this partner’s details" },
] as const satisfies ReadonlyArray<Shortcut>;

const duplicates = [
  { name: "m", does: "Merge the two" },
  { name: "d", does: "They are two" },
  { name: "l", does: "Later" },
] as const satisfies ReadonlyArray<Shortcut>;

const today = [
  { name: "j", does: "Down the cards; Enter does what is on one" },
  { name: "k", does: "Up the cards" },
  { name: "s", does: "Put a card off" },
  { name: "e", does: "Done for today" },
] as const satisfies ReadonlyArray<Shortcut>;

const deck = [
  { name: "1", does: "Answer", shown: "1–6" },
  { name: "s", does: "Skip this person" },
  { name: "mod+z", does: "Undo the last answer" },
] as const satisfies ReadonlyArray<Shortcut>;

/** Keys that a part of the page knows by itself while it has the focus. */
const within = [
  { name: "Esc", does: "Close what is open" },
  { name: "← →", does: "On the curve: from step to step" },
] as const satisfies ReadonlyArray<Shortcut>;

export const shortcutGroups: ReadonlyArray<{
  readonly title: string;
  readonly shortcuts: ReadonlyArray<Shortcut>;
}> = [
  { title: "Go to", shortcuts: goShortcuts },
  { title: "Anywhere", shortcuts: [...anywhere, ...within] },
  { title: "Today", shortcuts: today },
  { title: "Partners", shortcuts: partners },
  { title: "Perhaps the same", shortcuts: duplicates },
  { title: "The deck", shortcuts: deck },
];

/** Said on the sheet together with another: the arrows with j and k, the answers with the first of them. */
type Beside = "ArrowDown" | "ArrowUp" | "Home" | "End" | "X" | "2" | "3" | "4" | "5" | "6";

type Listed = (
  | typeof goShortcuts
  | typeof anywhere
  | typeof today
  | typeof partners
  | typeof duplicates
  | typeof deck
)[number]["name"];

export type ShortcutName = Listed | Beside;
