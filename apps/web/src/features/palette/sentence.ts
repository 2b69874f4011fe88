/** What somebody wants to do, and with whom, from a few typed words. */
export type WantedVerb = "give" | "ask" | "note";

export interface Sentence {
  readonly verb: WantedVerb | undefined;
  /** Whom it is about, as it was typed; the whole text where there is no verb. */
  readonly who: string;
}

/** The longest beginnings stand first, so that "may i ask" is not taken for a name. */
const beginnings: ReadonlyArray<readonly [WantedVerb, RegExp]> = [
  ["give", /^(?:i )?(?:give|gave|gift)(?: something)?(?: to| for)?(?: |$)/i],
  ["ask", /^(?:(?:may|can|could|should) i )?(?:ask)(?: something(?: of)?)?(?: of)?(?: |$)/i],
  ["note", /^(?:(?:write|make) )?(?:a )?(?:note|notes)(?: down)?(?: about| on| to| for)?(?: |$)/i],
];

/** "Ben for an introduction?" is about Ben. */
const whoIn = (rest: string): string =>
  rest
    .replace(/[?!.…]+$/, "")
    .replace(/ (?:for|about|to|that|whether|if) .*$/i, "")
    .trim();

/** "give to Ana", "may I ask Ben?", "note Ana"; anything else is a name or a page to look for. */
export const readSentence = (text: string): Sentence => {
  const words = text.trim().replaceAll(/\s+/g, " ");
  for (const [verb, beginning] of beginnings) {
    const found = beginning.exec(words);
    if (found !== null) return { verb, who: whoIn(words.slice(found[0].length)) };
  }
  return { verb: undefined, who: words };
};

const inWords: Readonly<Record<WantedVerb, (name: string) => string>> = {
  give: (name) => `Give to ${name}`,
  ask: (name) => `Ask ${name}`,
  note: (name) => `Note about ${name}`,
};

/** "Give to Ana Sousa" */
export const verbInWords = (verb: WantedVerb, name: string): string => inWords[verb](name);
