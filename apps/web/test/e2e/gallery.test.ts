/** Every part in every state, as it looked when it was agreed on. */
import { beforeAll, describe, expect, it } from "vitest";
import { barriersOf, themes, widths, widthsIn } from "../support/barriers.ts";
import {
  faultOf,
  forgetAgreed,
  forgetFound,
  howToUpdate,
  isUpdating,
  picturesOf,
} from "../support/pictures.ts";
import { stage } from "../support/stage.ts";
import { openPage } from "../support/watchedPage.ts";

/** High enough for the longest, so that the bar of places covers none of it. */
const height = 3_000;

// The pictures are those of the Chromium that comes as a package. Another browser draws letters otherwise.
describe.runIf(process.platform === "linux" && process.arch === "x64")("the components", () => {
  const comity = stage();

  beforeAll(() => {
    forgetFound();
    forgetAgreed();
  });

  for (const theme of themes) {
    for (const width of isUpdating ? widths : widthsIn(theme)) {
      it(`look as agreed in ${theme} at ${width} px, without barriers`, async () => {
        const viewport = { width, height };
        const options = { colorScheme: theme, viewport, reducedMotion: "reduce" as const };
        const { page, takeComplaints, close } = await openPage(comity.browser, comity.url, options);
        await page.goto(`${comity.url}/design`);
        await page.getByRole("heading", { level: 1, name: "Components" }).waitFor();
        const pictures = await picturesOf(page, "[data-shelf]");
        expect(pictures.length).toBeGreaterThanOrEqual(15);
        const found = pictures
          .map((picture) => faultOf(`${theme}-${width}`, picture))
          .filter((fault) => fault !== undefined);
        if (found.length > 0) throw new Error([...found, howToUpdate].join("\n"));
        expect(await barriersOf(page, "components")).toEqual([]);
        expect(takeComplaints()).toEqual([]);
        await close();
      });
    }
  }
});
