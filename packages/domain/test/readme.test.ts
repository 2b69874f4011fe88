/** Every example of the README does what it says, and its types fit. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest";
import { makeProject, packageFolder, type Project } from "./support/project.ts";

interface Example {
  readonly heading: string;
  readonly code: string;
  /** What it says that it prints: the comment behind each `console.log`. */
  readonly prints: ReadonlyArray<string>;
}

const readme = readFileSync(join(packageFolder, "README.md"), "utf8");

const examples = readme.split(/^## /m).flatMap((section): ReadonlyArray<Example> => {
  const heading = section.slice(0, section.indexOf("\n"));
  return [...section.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = ""]) => ({
    heading,
    code,
    prints: [...code.matchAll(/console\.log\(.*\/\/ (.*)$/gm)].map(([, said = ""]) => said),
  }));
});

describe("the README", () => {
  let project: Project;
  beforeAll(async () => {
    project = await makeProject();
    await project.install("zod", "effect", "@types/node");
    await project.installSelf();
    for (const [index, { code }] of examples.entries()) {
      await project.write(`example-${index}.ts`, code);
    }
  });
  afterAll(() => project.remove());

  it("has an example for each way in", () => {
    assert.deepEqual(
      examples.map(({ heading }) => heading),
      ["Rules only", "Promises", "Effect"],
    );
  });

  for (const [index, { heading, prints }] of examples.entries()) {
    it(`prints what it says: ${heading}`, async () => {
      assert.isNotEmpty(prints);
      const { isOk, output } = await project.node(`example-${index}.ts`);
      assert.isTrue(isOk, output);
      assert.deepEqual(output.split("\n"), [...prints]);
    });
  }

  it("has types that fit", async () => {
    const { isOk, output } = await project.check(...examples.map((_, n) => `example-${n}.ts`));
    assert.isTrue(isOk, output);
  });
});
