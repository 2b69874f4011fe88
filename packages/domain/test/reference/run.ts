/**
 * Runs a file of reference cases through the public functions of the domain:
 *
 *     node packages/domain/test/reference/run.ts FILE [--only fn,fn]
 *
 * One line per failing case, then `N passed, N failed`. Exit code 0: none failed; 1: some did;
 * 2: the command or the file could not be understood. `--only` leaves the cases of all other
 * functions out.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import * as z from "zod";
import { differenceOf } from "./agreement.ts";
import { type Constants, fns } from "./fns.ts";

const usage = "Usage: node packages/domain/test/reference/run.ts FILE [--only fn,fn]";

const Case = z.looseObject({
  id: z.string(),
  fn: z.string(),
  input: z.unknown(),
  expected: z.unknown(),
  tol: z.number().min(0).default(1e-9),
});

const CaseFile = z.looseObject({
  defaults: z.looseObject({}).optional(),
  cases: z.array(Case),
});

class Unusable extends Error {}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

const commandOf = (args: ReadonlyArray<string>) => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { only: { type: "string", multiple: true } },
      allowPositionals: true,
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) throw new Error("Name exactly one file.");
    const only = values.only?.flatMap((names) => names.split(",")).map((name) => name.trim());
    return { path, only: only === undefined ? undefined : new Set(only) };
  } catch (error) {
    throw new Unusable(`${messageOf(error)}\n${usage}`);
  }
};

const caseFileAt = (path: string) => {
  try {
    return CaseFile.parse(JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/, "")));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : messageOf(error);
    throw new Unusable(`Cannot read ${path} as a file of reference cases: ${why}`);
  }
};

/** Why a case fails; undefined when it passes. */
const failureOf = (
  { fn, input, expected, tol }: z.infer<typeof Case>,
  constants: Constants,
): string | undefined => {
  const answer = fns.get(fn);
  if (answer === undefined) return "there is no function of this name yet";
  try {
    return differenceOf(answer(input, constants), expected, tol);
  } catch (error) {
    return `threw ${messageOf(error)}`;
  }
};

const refuseUnknown = (only: ReadonlySet<string>, cases: ReadonlyArray<{ fn: string }>): void => {
  for (const name of only) {
    if (!fns.has(name) && !cases.some(({ fn }) => fn === name)) {
      throw new Unusable(`No case and no function is called "${name}".\n${usage}`);
    }
  }
};

const print = (line: string): void => {
  process.stdout.write(`${line.replaceAll(/\s+/g, " ")}\n`);
};

const run = (args: ReadonlyArray<string>): number => {
  const { path, only } = commandOf(args);
  const file = caseFileAt(path);
  if (only !== undefined) refuseUnknown(only, file.cases);
  const cases = file.cases.filter(({ fn }) => only === undefined || only.has(fn));
  let failed = 0;
  for (const one of cases) {
    const failure = failureOf(one, file as Constants);
    if (failure === undefined) continue;
    failed++;
    print(`${one.id} (${one.fn}): ${failure}`);
  }
  print(`${cases.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
};

try {
  process.exitCode = run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Unusable)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
