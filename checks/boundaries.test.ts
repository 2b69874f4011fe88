import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cruise, houseFolder } from "./cruise.ts";

/** One planted violation for each rule: the rule, the file that breaks it, and how. */
const plants: ReadonlyArray<readonly [rule: string, file: string, code: string]> = [
  ["no-cycles", "packages/exchange/src/ringA.ts", 'import "./ringB.ts";\nexport const a = 1;'],
  [
    "domain-reaches-only-nobody",
    "packages/domain/src/equity/plant1.ts",
    'import "../../../exchange/src/file/index.ts";',
  ],
  [
    "exchange-reaches-only-domain",
    "packages/exchange/src/plant2.ts",
    'import "../../store/src/index.ts";',
  ],
  [
    "store-reaches-only-domain",
    "packages/store/src/plant3.ts",
    'import "../../workspace/src/index.ts";',
  ],
  [
    "workspace-reaches-only-domain-and-exchange-and-store",
    "packages/workspace/src/plant4.ts",
    'import "../../client/src/index.ts";',
  ],
  [
    "client-reaches-only-domain",
    "packages/client/src/plant5.ts",
    'import "../../store/src/index.ts";',
  ],
  [
    "apps-api-reaches-only-workspace-and-store",
    "apps/api/src/plant6.ts",
    'import "../../../packages/client/src/index.ts";',
  ],
  [
    "apps-web-reaches-only-client-and-domain",
    "apps/web/src/plant7.ts",
    'import "../../api/src/gateway/page.ts";',
  ],
  [
    "use-the-public-door",
    "packages/store/src/plant8.ts",
    'import "../../domain/src/equity/rules.ts";',
  ],
  ["schemas-are-plain-zod", "packages/domain/src/plant9/schema.ts", 'import "effect/Effect";'],
  ["schemas-are-plain-zod", "packages/domain/src/plant9/schema/part.ts", 'import "effect/Effect";'],
  [
    "rules-are-pure",
    "packages/domain/src/plant10/rules.ts",
    'import { Instant } from "../time/schema.ts";\nexport const x = Instant;',
  ],
  [
    "rules-know-only-schemas-and-rules",
    "packages/domain/src/plant11/rules.ts",
    'import type { Account } from "../equity/EquityStore.ts";\nexport type X = Account;',
  ],
  [
    "concepts-meet-in-schema-rules-and-errors",
    "packages/domain/src/equity/plant12.ts",
    'import "../partner/Partners.ts";',
  ],
  [
    "concepts-meet-in-schema-rules-and-errors",
    "packages/domain/src/contact/plant22.ts",
    'import "../partner/Partners.ts";',
  ],
  [
    "concepts-meet-in-schema-rules-and-errors",
    "packages/domain/src/introduction/plant23.ts",
    'import "../equity/EquityStore.ts";',
  ],
  [
    "today-is-made-of-concepts",
    "packages/domain/src/equity/plant24.ts",
    'import "../today/rules.ts";',
  ],
  ["zod-owns-every-shape", "packages/store/src/plant13.ts", 'import "effect/Schema";'],
  ["import-effect-by-module", "packages/store/src/plant14.ts", 'import "effect";'],
  [
    "the-domain-uses-only-stable-effect",
    "packages/domain/src/equity/plant15.ts",
    'import "effect/sql/SqlClient";',
  ],
  ["the-domain-has-no-edge", "packages/domain/src/equity/plant16.ts", 'import "hono";'],
  ["a-workspace-runs-anywhere", "packages/store/src/plant17.ts", 'import "node:fs";'],
  ["the-client-is-small", "packages/client/src/plant18.ts", 'import "zod";'],
  [
    "the-page-knows-shapes-as-types-only",
    "apps/web/src/plant19.ts",
    'import { Ask } from "@comity/domain/equity/schema";\nexport const x = Ask;',
  ],
  ["ui-knows-no-feature", "apps/web/src/ui/plant20.ts", 'import "../features/plant.ts";'],
  ["nothing-unresolvable", "packages/client/src/plant21.ts", 'import "./nowhere.ts";'],
];

const root = mkdtempSync(join(tmpdir(), "comity-boundaries-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A package's dependencies, with those of the house pointing into the copy. */
const linkDependencies = (folder: string): void => {
  const real = join(houseFolder, folder, "node_modules");
  for (const entry of globSync("{[!.@]*,@*/*}", { cwd: real })) {
    const target = realpathSync(join(real, entry));
    const isOurs = entry.startsWith("@comity/");
    const link = join(root, folder, "node_modules", entry);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(isOurs ? join(root, target.slice(houseFolder.length)) : target, link);
  }
};

/** Plants that need a package their own does not depend on. */
const lend = (folder: string, dependency: string, from: string): void => {
  const target = realpathSync(join(houseFolder, from, "node_modules", dependency));
  const link = join(root, folder, "node_modules", dependency);
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(target, link);
};

const plant = (file: string, code: string): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), `${code}\n`);
};

const copyHouse = (): void => {
  for (const folder of ["packages", "apps"].flatMap((top) =>
    readdirSync(join(houseFolder, top)).map((name) => join(top, name)),
  )) {
    cpSync(join(houseFolder, folder), join(root, folder), {
      recursive: true,
      filter: (path) => !["node_modules", "dist", "test"].includes(basename(path)),
    });
    linkDependencies(folder);
  }
  lend("packages/domain", "hono", "packages/workspace");
  lend("packages/client", "zod", "packages/domain");
};

describe("the arrows of the house", () => {
  let found: Awaited<ReturnType<typeof cruise>>;
  beforeAll(async () => {
    copyHouse();
    for (const [, file, code] of plants) plant(file, code);
    plant("packages/exchange/src/ringB.ts", 'import "./ringA.ts";\nexport const b = 1;');
    plant("apps/web/src/features/plant.ts", "export const x = 1;");
    found = await cruise(root);
  });

  it.each(plants)("%s fires on %s", (rule, file) => {
    expect(found.violations.filter(({ from }) => from === file).map((one) => one.rule)).toContain(
      rule,
    );
  });

  it("has a plant for every rule", () => {
    const { forbidden } = createRequire(import.meta.url)("../.dependency-cruiser.cjs") as {
      forbidden: ReadonlyArray<{ name: string }>;
    };
    expect([...new Set(plants.map(([rule]) => rule))].toSorted()).toEqual(
      forbidden.map(({ name }) => name).toSorted(),
    );
  });

  it("all point the right way in the house as it stands", async () => {
    const { violations, read } = await cruise(houseFolder);
    expect(violations).toEqual([]);
    expect(read).toBeGreaterThan(80);
  });

  it("nothing read counts as a failure", async () => {
    const empty = join(root, "empty");
    mkdirSync(join(empty, "packages/none/src"), { recursive: true });
    expect((await cruise(empty)).read).toBe(0);
  });
});
