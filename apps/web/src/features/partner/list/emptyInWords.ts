import { circleNameInWords } from "./listInWords.ts";
import type { Shown } from "./shown.ts";

interface Empty {
  readonly title: string;
  readonly hint?: string;
  /** What is looked for stands in the way, and nothing else. */
  readonly isSearchAlone: boolean;
}

const hintOf = ({ tag, circle, archived }: Shown): string | undefined => {
  if (archived === true) {
    return "Archive whom you no longer need in the list: all that is written down stays, and asks nothing of you.";
  }
  if (tag !== undefined)
    return "Choose partners in the list, then Tags, and they carry it together.";
  return circle === undefined
    ? undefined
    : "Choose partners in the list, then Circle, to say how near you keep them.";
};

const onlySet = (shown: Shown, field: keyof Shown): boolean =>
  Object.keys(shown).every((each) => each === field || each === "sort");

/** Why a list is empty that is narrowed to something. */
export const emptyInWords = (shown: Shown): Empty => {
  const { search, tag, circle, archived } = shown;
  if (search !== undefined) {
    const isSearchAlone = onlySet(shown, "search");
    const here = isSearchAlone ? "Nobody here" : "Nobody in this part of the list";
    return { title: `${here} goes by “${search.trim()}”.`, isSearchAlone };
  }
  const hint = hintOf(shown);
  const said = { ...(hint === undefined ? {} : { hint }), isSearchAlone: false };
  if (tag !== undefined && onlySet(shown, "tag")) {
    return { title: `Nobody carries the tag “${tag}”.`, ...said };
  }
  if (archived === true && onlySet(shown, "archived"))
    return { title: "Nobody is archived.", ...said };
  if (circle !== undefined && onlySet(shown, "circle")) {
    const title =
      circle === "none" ? "Everybody is in a circle." : `${circleNameInWords[circle]}: nobody yet.`;
    return { title, ...said };
  }
  return { title: "Nobody fits all of this.", isSearchAlone: false };
};
