import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { goShortcuts, shortcutGroups } from "../../src/shortcuts.ts";

const src = fileURLToPath(new URL("../../src", import.meta.url));

/** Everything that listens, as one text. */
const listening = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join(src, file), "utf8"))
  .filter((text) => text.includes("useKeys("))
  .join("\n");

/** Known by a part itself while it has the focus, by number, or through the list of places. */
const byThemselves = new Set<string>(["Esc", "← →", "1", ...goShortcuts.map(({ name }) => name)]);

const names = shortcutGroups.flatMap(({ shortcuts }) => shortcuts.map(({ name }) => name));

describe("the list of keys", () => {
  it.each(names.filter((name) => !byThemselves.has(name)))(
    "%s is listened to somewhere",
    (name) => {
      const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
      expect(listening).toMatch(new RegExp(String.raw`(["']${escaped}["']|\b${escaped})\s*:\s`));
    },
  );

  it("says each key once in its group, and tells all groups apart", () => {
    for (const { shortcuts } of shortcutGroups) {
      expect(new Set(shortcuts.map(({ name }) => name)).size).toBe(shortcuts.length);
    }
    expect(new Set(shortcutGroups.map(({ title }) => title)).size).toBe(shortcutGroups.length);
  });
});
