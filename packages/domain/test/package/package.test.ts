/** What someone gets who installs the package from the registry. */
import { mkdir, readdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest";
import { makeProject, packageFolder, type Project, run } from "../support/project.ts";

let packed: Project;
let tarball = "";

/** A project in which the packed package is installed, with these others. */
const projectWith = async (...others: ReadonlyArray<string>): Promise<Project> => {
  const project = await makeProject();
  const scope = join(project.folder, "node_modules", "@comity");
  await mkdir(scope, { recursive: true });
  await run(scope, "tar", "-xzf", tarball);
  await rename(join(scope, "package"), join(scope, "domain"));
  await project.install(...others);
  return project;
};

const using = async (
  others: ReadonlyArray<string>,
  use: (project: Project) => Promise<void>,
): Promise<void> => {
  const project = await projectWith(...others);
  try {
    await use(project);
  } finally {
    await project.remove();
  }
};

/** What a file prints that imports the given names. */
const printed = async (project: Project, text: string): Promise<string> => {
  await project.write("main.mjs", text);
  return (await project.node("main.mjs")).output;
};

beforeAll(async () => {
  packed = await makeProject();
  // Packing builds first, so that nothing stale can be published.
  const pack = await run(packageFolder, "pnpm", "pack", "--pack-destination", packed.folder);
  assert.isTrue(pack.isOk, pack.output);
  const name = (await readdir(packed.folder)).find((file) => file.endsWith(".tgz"));
  tarball = join(packed.folder, name ?? assert.fail(`nothing was packed: ${pack.output}`));
}, 60_000);

afterAll(() => packed.remove());

describe("the packed package", () => {
  it("brings its build, its sources and its README, and no tests", async () => {
    const { output } = await run(packed.folder, "tar", "-tzf", tarball);
    const files = output.split("\n").map((path) => path.replace(/^package\//, ""));
    assert.includeMembers(files, [
      "package.json",
      "README.md",
      "dist/promise.js",
      "dist/promise.d.ts",
      "src/promise.ts",
      "dist/equity/rules.js",
      "src/equity/rules.ts",
    ]);
    for (const file of files) {
      assert.match(file, /^(?:dist\/|src\/|package\.json$|README\.md$|LICENSE$)/);
      assert.notMatch(file, /test|tsconfig|node_modules/);
    }
  });

  it("sends every door to a file that is there, with its types", () =>
    using(["zod", "effect"], async (project) => {
      const output = await printed(
        project,
        `import { existsSync, readFileSync } from "node:fs";
        const folder = "node_modules/@comity/domain/";
        const { exports } = JSON.parse(readFileSync(folder + "package.json", "utf8"));
        const doors = Object.entries(exports);
        for (const [door, { types, default: code }] of doors) {
          if (!existsSync(folder + types) || !existsSync(folder + code)) console.log("no", door);
          await import(door.replace(".", "@comity/domain"));
        }
        console.log(doors.length > 10);`,
      );
      assert.strictEqual(output, "true");
    }));

  it("keeps its promises about what has to be installed", () =>
    using([], async (project) => {
      const text = await printed(
        project,
        `import { readFileSync } from "node:fs";
        const text = readFileSync("node_modules/@comity/domain/package.json", "utf8");
        const { dependencies, peerDependencies, peerDependenciesMeta } = JSON.parse(text);
        console.log(JSON.stringify({ dependencies, peerDependencies, peerDependenciesMeta }));`,
      );
      const { dependencies, peerDependencies, peerDependenciesMeta } = JSON.parse(text);
      assert.hasAllKeys(dependencies, ["zod"]);
      assert.hasAllKeys(peerDependencies, ["effect"]);
      assert.isTrue(peerDependenciesMeta.effect.optional);
      assert.notInclude(text, "catalog:");
      assert.notInclude(text, "workspace:");
    }));

  it("has rules that need nothing else", () =>
    using([], async (project) => {
      const output = await printed(
        project,
        `import { equityOf, mayAsk, partnerPreset, sizesEp } from "@comity/domain/equity/rules";
        import { foldedText } from "@comity/domain/partner/rules";
        const terms = { equity: 18, reserved: 0, cost: sizesEp.M, offer: 0, trust: 0.5 };
        const judge = (gifts) =>
          mayAsk({ ...terms, evidence: "estimated", gifts, firstAsk: true }, partnerPreset);
        console.log(judge(1).verdict, judge(2).verdict, foldedText("José"));`,
      );
      assert.strictEqual(output, "early earned jose");
      const missing = await printed(project, `import "@comity/domain/equity/schema";`);
      assert.match(missing, /Cannot find package 'zod'/);
    }));

  it("has schemas that need zod alone", () =>
    using(["zod"], async (project) => {
      const output = await printed(
        project,
        `import * as z from "zod";
        import { Size, TransferDraft } from "@comity/domain/equity/schema";
        import { PartnerDraft } from "@comity/domain/partner/schema";
        import { Change } from "@comity/domain/change/schema";
        import { Instant } from "@comity/domain/time/schema";
        console.log(Size.parse("M"), TransferDraft.safeParse({}).success);
        console.log([PartnerDraft, Change, Instant].every((one) => z.toJSONSchema(one)));`,
      );
      assert.strictEqual(output, "M false\ntrue");
      const missing = await printed(project, `import "@comity/domain/equity";`);
      assert.match(missing, /Cannot find package 'effect'/);
    }));

  it("has services that need zod and effect", () =>
    using(["zod", "effect"], async (project) => {
      const output = await printed(
        project,
        `import * as Effect from "effect/Effect";
        import { RelationshipEquity } from "@comity/domain/equity";
        import { TransferDraft } from "@comity/domain/equity/schema";
        import { layerMemory } from "@comity/domain/memory";
        import { Partners } from "@comity/domain/partner";
        import { PartnerDraft } from "@comity/domain/partner/schema";
        const program = Effect.gen(function* () {
          const { add } = yield* Partners;
          const { record, statement } = yield* RelationshipEquity;
          const { id } = yield* add(PartnerDraft.parse({ name: "Ana" }));
          yield* record(TransferDraft.parse({ from: "me", to: id, benefit: "M", cost: "S" }));
          return (yield* statement(id, null)).gifts;
        });
        console.log(await Effect.runPromise(program.pipe(Effect.provide(layerMemory()))));`,
      );
      assert.strictEqual(output, "1");
    }));

  it("works end to end through promises: give, refused ask, give, ask", () =>
    using(["zod", "effect"], async (project) => {
      const output = await printed(
        project,
        `import { openWorkspace } from "@comity/domain/promise";
        await using workspace = openWorkspace();
        const { id } = await workspace.addPartner({ name: "Ana" });
        const gift = { from: "me", to: id, benefit: "M", cost: "S" };
        const ask = { partnerId: id, what: "Introduce me to Cleo", cost: "M" };
        await workspace.record(gift);
        await workspace.ask(ask).catch(({ _tag, message }) => console.log(_tag, message));
        await workspace.record(gift);
        const { state, coverage } = await workspace.ask(ask);
        console.log(state, coverage.verdict);`,
      );
      const [refused = "", opened] = output.split("\n");
      assert.match(refused, /^AskNotCovered Give 9(?:\.01)? ep more before you ask this/);
      assert.strictEqual(opened, "open earned");
    }));

  it(
    "has types that a strict project can check, and that refuse what does not fit",
    () =>
      using(["zod", "effect"], async (project) => {
        await project.write(
          "main.ts",
          `import * as Effect from "effect/Effect";
        import { type AskNotCovered, RelationshipEquity } from "@comity/domain/equity";
        import { capacityOf, mayAsk, partnerPreset } from "@comity/domain/equity/rules";
        import { AskDraft, type Coverage } from "@comity/domain/equity/schema";
        import { openWorkspace, type Workspace } from "@comity/domain/promise";
        export const workspace: Workspace = openWorkspace();
        export const equity: Promise<number> = workspace
          .statement("01890a5d-ac96-774b-bcce-b302099a8057")
          .then((statement) => statement.equity);
        export const capacity: number = capacityOf(18, partnerPreset);
        export const judge: (terms: Parameters<typeof mayAsk>[0]) => Coverage = (terms) =>
          mayAsk(terms, partnerPreset);
        export const ask = RelationshipEquity.use((service) =>
          service.ask(AskDraft.parse({})),
        ).pipe(Effect.catchTag("AskNotCovered", (refused: AskNotCovered) =>
          Effect.succeed(refused.coverage.shortfall),
        ));
        `,
        );
        const good = await project.check("main.ts");
        assert.isTrue(good.isOk, good.output);
        await project.write(
          "wrong.ts",
          `import { openWorkspace } from "@comity/domain/promise";
        openWorkspace().ask({ partnerId: "x", what: "y", cost: true });
        openWorkspace().ask({ partnerId: "x", cost: "M" });
        export const equity: string = (await openWorkspace().statement("x")).equity;
        `,
        );
        const { output } = await project.check("wrong.ts");
        assert.deepEqual(
          [...output.matchAll(/^wrong\.ts\((\d),/gm)].map(([, line]) => line),
          ["2", "3", "4"],
        );
      }),
    30_000,
  );
});
