/** Pictures of what a page shows, compared with those that were agreed on. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import pixelmatch from "pixelmatch";
import type { Page } from "playwright-core";
import { PNG } from "pngjs";

const agreedFolder = fileURLToPath(new URL("../e2e/pictures", import.meta.url));
/** What differs is laid down here; git ignores it. */
const foundFolder = fileURLToPath(new URL("../../.pictures", import.meta.url));

export const isUpdating = process.env["UPDATE_SCREENSHOTS"] === "1";

export const howToUpdate =
  "Look at apps/web/.pictures. If it is meant: cd apps/web && UPDATE_SCREENSHOTS=1 npm exec -- vitest run test/e2e/gallery.test.ts";

/** A pixel differs when its colour does by more than 1 part in 100; up to 1 pixel in 5,000 may. */
const threshold = 0.01;
const differingShareMax = 1 / 5_000;

export interface Picture {
  readonly name: string;
  readonly image: PNG;
}

/** Shows these elements of those that are pictured, and no others. */
const showOnly = (page: Page, selector: string, isShown: (index: number) => boolean) =>
  page.locator(selector).evaluateAll(
    (elements, shown) =>
      elements.forEach((element, index) => {
        if (element instanceof HTMLElement) element.style.display = shown[index] ? "" : "none";
      }),
    Array.from({ length: 100 }, (_, index) => isShown(index)),
  );

/** One picture of each element. Each is alone on the page, so that none moves with those above it. */
export const picturesOf = async (page: Page, selector: string): Promise<ReadonlyArray<Picture>> => {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const pictures: Array<Picture> = [];
  for (const [number, element] of (await page.locator(selector).all()).entries()) {
    await showOnly(page, selector, (index) => index === number);
    const name = (await element.getAttribute("aria-label")) ?? "";
    const image = PNG.sync.read(await element.screenshot({ animations: "disabled" }));
    pictures.push({ name: name.toLowerCase().replaceAll(/[^a-z]+/g, "-"), image });
  }
  await showOnly(page, selector, () => true);
  return pictures;
};

const write = (path: string, image: PNG): void => {
  mkdirSync(dirname(path), { recursive: true });
  // Pages are flat and have no transparency: so packed, a picture takes half of what is usual.
  const packed = PNG.sync.write(image, {
    colorType: 2,
    deflateLevel: 9,
    deflateStrategy: 0,
    filterType: 0,
  });
  writeFileSync(path, packed);
};

const differenceOf = (agreed: PNG, found: PNG): { count: number; image: PNG } => {
  const { width, height } = agreed;
  const image = new PNG({ width, height });
  const count = pixelmatch(agreed.data, found.data, image.data, width, height, { threshold });
  return { count, image };
};

/** What is wrong with a picture, in a sentence; undefined where it is as agreed. */
export const faultOf = (folder: string, { name, image }: Picture): string | undefined => {
  const agreedPath = join(agreedFolder, folder, `${name}.png`);
  if (isUpdating) {
    write(agreedPath, image);
    return undefined;
  }
  const foundPath = join(foundFolder, folder, name);
  if (!existsSync(agreedPath)) {
    write(`${foundPath}.png`, image);
    return `${folder}/${name}: there is no picture of it yet.`;
  }
  const agreed = PNG.sync.read(readFileSync(agreedPath));
  if (agreed.width !== image.width || agreed.height !== image.height) {
    write(`${foundPath}.png`, image);
    return `${folder}/${name}: ${image.width} × ${image.height}, agreed ${agreed.width} × ${agreed.height}.`;
  }
  const difference = differenceOf(agreed, image);
  if (difference.count <= agreed.width * agreed.height * differingShareMax) return undefined;
  write(`${foundPath}.png`, image);
  write(`${foundPath}.difference.png`, difference.image);
  return `${folder}/${name}: ${difference.count} pixels differ.`;
};

export const forgetFound = (): void => rmSync(foundFolder, { recursive: true, force: true });

/** When all pictures are taken anew, those of what is gone go with them. */
export const forgetAgreed = (): void => {
  if (isUpdating) rmSync(agreedFolder, { recursive: true, force: true });
};
