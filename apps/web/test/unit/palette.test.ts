import { describe, expect, it } from "vitest";
import { type Found, groupsOf } from "../../src/features/palette/rows.ts";
import { readSentence } from "../../src/features/palette/sentence.ts";

describe("a sentence in the palette", () => {
  it.each([
    ["give to Ana", "give", "Ana"],
    ["give Ana", "give", "Ana"],
    ["  Give   to  Ana Sousa ", "give", "Ana Sousa"],
    ["gave Ana", "give", "Ana"],
    ["may I ask Ben", "ask", "Ben"],
    ["May I ask Ben?", "ask", "Ben"],
    ["can i ask Ben for an introduction", "ask", "Ben"],
    ["ask Ben", "ask", "Ben"],
    ["note Ana", "note", "Ana"],
    ["note about Ana", "note", "Ana"],
    ["write a note about Ana", "note", "Ana"],
    ["give", "give", ""],
    ["give to", "give", ""],
    ["may i ask", "ask", ""],
  ])("“%s” wants to %s, with “%s”", (text, verb, who) => {
    expect(readSentence(text)).toEqual({ verb, who });
  });

  it.each(["", "Ana", "Givens", "Asker Lund", "Noted", "may", "Giveon"])(
    "“%s” is a name and nothing more",
    (text) => {
      expect(readSentence(text)).toEqual({ verb: undefined, who: text });
    },
  );
});

const ana: Found = { id: "a1", name: "Ana Sousa", role: "", organisation: "Atlas Labs" };
const ben: Found = { id: "b2", name: "Ben Ode", role: "Coach", organisation: "" };

const groups = (text: string, partners: ReadonlyArray<Found>) =>
  groupsOf({ text, sentence: readSentence(text), partners });

const labelsOf = (text: string, partners: ReadonlyArray<Found>) =>
  groups(text, partners).map(({ title, rows }) => [title, rows.map(({ label }) => label)]);

describe("the rows of the palette", () => {
  it("are one for each partner with the verb that was typed, and lead to the open dialog", () => {
    expect(groups("give to an", [ana])).toEqual([
      {
        title: "Partners",
        rows: [
          {
            id: "give a1",
            label: "Give to Ana Sousa",
            detail: "Atlas Labs",
            picture: "give",
            deed: { to: "/partners/a1?do=give" },
          },
        ],
      },
    ]);
    expect(labelsOf("may I ask", [ben, ana])).toEqual([
      ["Opened lately", ["Ask Ben Ode", "Ask Ana Sousa"]],
    ]);
  });

  it("are all pages and verbs while nothing is typed, behind whom was opened lately", () => {
    const [lately, verbs, pages] = groups("", [ben]);
    expect(lately?.rows.map(({ deed }) => deed)).toEqual([{ to: "/partners/b2" }]);
    expect(verbs?.rows.map(({ label }) => label)).toContain("Add a partner");
    expect(pages?.rows.map(({ deed }) => deed)).toContainEqual({ to: "/me/settings" });
  });

  it("offer the verbs with the first who was found by name", () => {
    expect(labelsOf("ana", [ana])).toEqual([
      ["Partners", ["Ana Sousa"]],
      ["Verbs", ["Give to Ana Sousa", "Ask Ana Sousa", "Note about Ana Sousa"]],
    ]);
  });

  it("find pages and verbs by the beginnings of their words", () => {
    expect(labelsOf("sett", [])).toEqual([["Pages", ["Settings"]]]);
    expect(labelsOf("part add", [])).toEqual([["Verbs", ["Add a partner"]]]);
    expect(labelsOf("nowhere", [])).toEqual([]);
  });
});
