/** What is worth doing, and why, as one would say it to a friend. */
import { amountInWords, sizesEp } from "@comity/domain/equity/rules";
import type { Move, MoveReason } from "@comity/domain/equity/schema";

const roughly = (ep: number): string => `about ${amountInWords(ep).replace(/^about /, "")}`;

const something = ({ size }: Move): string =>
  size > sizesEp.M ? "something larger" : "something small";

/** "Ask Ana for about a quarter of an hour" */
export const moveInWords = (move: Move, name: string): string => {
  switch (move.kind) {
    case "ask":
      return `Ask ${name} for ${roughly(move.size)}`;
    case "first-gift":
      return `Give ${name} ${something(move)}: a first gift`;
    case "give":
      return move.because.includes("needs-second-gift")
        ? `Give ${name} ${something(move)}: a second gift`
        : `Give ${name} ${something(move)}`;
    case "keep-in-touch":
      return `Say hello to ${name}`;
    case "stop-asking":
      return `Give ${name} a rest from asks`;
  }
};

const reasonInWords: Readonly<Record<MoveReason, string>> = {
  earned: "it is earned",
  ladder: "a smaller ask went well",
  "window-closing": "it will not be for much longer",
  "new-prospect": "nothing has passed between you yet",
  "needs-second-gift": "a first ask lands better after two gifts",
  "builds-towards-ask": "it brings your next ask into reach",
  "asked-recently": "you asked not long ago",
  "ask-is-open": "your last ask still waits for an answer",
  silence: "it has been quiet between you for a while",
  "low-yield": "asking has brought less than you gave",
};

const listed = (parts: ReadonlyArray<string>): string =>
  parts.length < 2
    ? parts.join("")
    : `${parts.slice(0, -1).join(", ")}, and ${parts[parts.length - 1] ?? ""}`;

/** "It is earned, and a smaller ask went well." With what it takes, where that is not clear. */
export const whyInWords = (move: Move): string => {
  const isGift = move.kind === "give" || move.kind === "first-gift";
  const why = listed(move.because.slice(0, 2).map((reason) => reasonInWords[reason]));
  const sentence = `${why.charAt(0).toUpperCase()}${why.slice(1)}.`;
  return isGift ? `${sentence} Takes you ${roughly(move.cost)}.` : sentence;
};
