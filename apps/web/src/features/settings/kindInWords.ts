/** A kind of the catalogue, as one reads it and as one writes it. */
import { amountInWords, kindById, sizesEp } from "@comity/domain/equity/rules";
import type { Kind, KindUse } from "@comity/domain/equity/schema";

export const uses: ReadonlyArray<KindUse> = ["deposit", "ask", "breach"];

export const usesInWords: Readonly<Record<KindUse, string>> = {
  deposit: "What you give",
  ask: "What you ask for",
  breach: "What goes wrong",
};

export const addInWords: Readonly<Record<KindUse, string>> = {
  deposit: "Add something you give",
  ask: "Add something you ask for",
  breach: "Add something that goes wrong",
};

export const sizesOfKind = ({ use, cost, benefit }: Kind): string => {
  switch (use) {
    case "deposit":
      return `takes ${amountInWords(cost)}, means ${amountInWords(benefit)}`;
    case "ask":
      return `takes them ${amountInWords(cost)}, means ${amountInWords(benefit)} to you`;
    case "breach":
      return `weighs ${amountInWords(benefit)}`;
  }
};

export const isStandard = ({ id }: Pick<Kind, "id">): boolean => kindById(id) !== undefined;

export interface KindForm {
  readonly what: string;
  readonly received: string;
  readonly cost: number;
  readonly benefit: number;
}

export const emptyKind: KindForm = {
  what: "",
  received: "",
  cost: sizesEp.S,
  benefit: sizesEp.S,
};

export const formOfKind = ({ what, received, cost, benefit }: Kind): KindForm => ({
  what,
  received,
  cost,
  benefit,
});

interface FieldWords {
  readonly what: string;
  readonly received: string;
  readonly receivedHint: string;
  readonly cost: string | undefined;
  readonly benefit: string;
}

export const fieldsOfKind: Readonly<Record<KindUse, FieldWords>> = {
  deposit: {
    what: "When you do it",
    received: "When they do it for you",
    receivedHint: "Left empty, the same words.",
    cost: "What it takes from the giver",
    benefit: "What it usually means to the other",
  },
  ask: {
    what: "What you ask for",
    received: "When they have done it",
    receivedHint: "Left empty, the same words.",
    cost: "What it takes from them",
    benefit: "What it means to you",
  },
  breach: {
    what: "When you do it",
    received: "When they do it to you",
    receivedHint: "Left empty, the same words.",
    // A wrong takes nothing from the one who does it.
    cost: undefined,
    benefit: "How much it weighs",
  },
};

/** "“A repost”, takes them five minutes" for those who have to choose between two versions. */
export const kindInWords = (kind: Kind): string =>
  kind.received === kind.what
    ? `“${kind.what}”, ${sizesOfKind(kind)}`
    : `“${kind.what}” / “${kind.received}”, ${sizesOfKind(kind)}`;
