/** What stands in somebody's way on a page: broken rules of axe, and scrolling sideways. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { isSoak } from "./soak.ts";

export type Theme = "light" | "dark";

export const themes: ReadonlyArray<Theme> = ["light", "dark"];
export const widths = [1440, 390] as const;

type Width = (typeof widths)[number];

/** Each theme at one width, which is both of both; all four of them where there is time for it. */
export const widthsIn = (theme: Theme): ReadonlyArray<Width> => {
  if (isSoak) return widths;
  return theme === "light" ? [1440] : [390];
};

/**
 * Of a state of a page, such as an open dialog: in light at one width, and all four of them where
 * there is time. Colours come in pairs of tokens, each of which is judged in both themes.
 */
export const widthsOfState = (theme: Theme): ReadonlyArray<Width> => {
  if (isSoak) return widths;
  return theme === "light" ? [390] : [];
};

/** What differs in the dark are the colours; where there is time, all is judged there too. */
const judge = async (page: Page): Promise<AxeBuilder> => {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const isDark = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
  return isDark && !isSoak ? axe.withRules(["color-contrast"]) : axe;
};

const violationsOf = async (page: Page): Promise<ReadonlyArray<string>> => {
  // Colours are judged as they rest, not while a sheet rises.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((a) => a.finished)).catch(() => undefined),
  );
  const { violations } = await (await judge(page)).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
};

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

export const barriersOf = async (page: Page, screen: string): Promise<ReadonlyArray<string>> => {
  const found = (await violationsOf(page)).map((violation) => `${screen}: ${violation}`);
  return (await sideways(page)) > 0 ? [...found, `${screen}: scrolls sideways`] : found;
};
