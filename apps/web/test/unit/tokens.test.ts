import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const src = fileURLToPath(new URL("../../src", import.meta.url));
const css = readFileSync(join(src, "ui/tokens.css"), "utf8");

const themes = ["light", "dark"] as const;
type Theme = (typeof themes)[number];

/** Every colour with a value for each theme: `--ink: light-dark(#29241d, #ece4d6);` */
const colours = new Map(
  [...css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
    ([, name = "", light = "", dark = ""]) => [name, { light, dark }] as const,
  ),
);

const channel = (hex: string, at: number): number => {
  const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

const luminance = (hex: string): number =>
  0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);

/** WCAG 2.2: from 1 to 21. */
const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

const between = (one: string, other: string, theme: Theme): number => {
  const [a, b] = [colours.get(one), colours.get(other)];
  if (a === undefined || b === undefined) throw new Error(`There is no ${one} or no ${other}.`);
  return contrast(a[theme], b[theme]);
};

const papers = ["paper", "paper-raised", "paper-sunk"];
const on = (texts: ReadonlyArray<string>, grounds: ReadonlyArray<string>) =>
  texts.flatMap((text) => grounds.map((ground) => [text, ground] as const));

const accents = ["give", "ask", "good", "danger"];

/** What is written on what. */
const textPairs = [
  ...on(["ink", "ink-soft", ...accents], papers),
  ...accents.flatMap((accent) => [
    ...on([accent, "ink", "ink-soft"], [`${accent}-wash`]),
    [`on-${accent}`, accent] as const,
    [`on-${accent}`, `${accent}-strong`] as const,
  ]),
  ...on(["neutral", "ink", "ink-soft"], ["neutral-wash"]),
  ["paper", "ink"] as const,
];

/** What has to be seen, but is not read: edges of fields, the ring of the focus, pictures. */
const seenPairs = on(["rule-strong", "focus", ...accents], papers);

describe("the colours of both themes", () => {
  it("are read from the tokens", () => {
    expect(colours.size).toBeGreaterThan(25);
  });

  for (const theme of themes) {
    it.each(textPairs)(`${theme}: %s can be read on %s`, (text, ground) => {
      expect(between(text, ground, theme)).toBeGreaterThanOrEqual(4.5);
    });
    it.each(seenPairs)(`${theme}: %s can be seen on %s`, (edge, ground) => {
      expect(between(edge, ground, theme)).toBeGreaterThanOrEqual(3);
    });
  }
});

describe("the styles", () => {
  const sheets = readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".css"))
    .map((file) => [file, readFileSync(join(src, file), "utf8")] as const);
  const said = new Set(
    sheets.flatMap(([, text]) => [...text.matchAll(/(--[a-z0-9-]+):/g)].map(([, name]) => name)),
  );

  it.each(sheets)("%s names only tokens that there are", (_file, text) => {
    const used = [...text.matchAll(/var\((--[a-z0-9-]+)/g)].map(([, name]) => name);
    expect(used.filter((name) => !said.has(name))).toEqual([]);
  });

  it.each(
    sheets.filter(([file]) => file !== join("ui", "tokens.css") && file !== join("ui", "base.css")),
  )("%s has no colour of its own", (_file, text) => {
    expect(text.match(/#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(|\boklch\(/gi) ?? []).toEqual([]);
  });
});
