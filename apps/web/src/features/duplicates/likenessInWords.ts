import type { Likeness, LikenessReason } from "@comity/domain/partner/schema";

const reasonInWords: Readonly<Record<LikenessReason, string>> = {
  "same-linkedin": "the same LinkedIn profile",
  "same-email": "the same e-mail",
  "same-phone": "the same phone",
  "same-name": "the same name",
  "similar-name": "nearly the same name",
  "same-organisation": "the same organisation",
  "same-external-id": "the same id in another program",
};

/** Why two may be one, the surest first: "the same e-mail", "the same name at the same organisation". */
export const becauseInWords = ({ because }: Pick<Likeness, "because">): ReadonlyArray<string> => {
  const name = because.find((reason) => reason === "same-name" || reason === "similar-name");
  const isAtOne = name !== undefined && because.includes("same-organisation");
  return (Object.keys(reasonInWords) as ReadonlyArray<LikenessReason>)
    .filter((reason) => because.includes(reason))
    .filter((reason) => !(isAtOne && reason === "same-organisation"))
    .map((reason) =>
      isAtOne && reason === name
        ? `${reasonInWords[reason]} at the same organisation`
        : reasonInWords[reason],
    );
};

export const likelihoodInWords = ({ score }: Pick<Likeness, "score">): string =>
  score >= 0.95 ? "Almost surely one" : score >= 0.8 ? "Probably one" : "Perhaps one";
