/** `npm run bench`: each goal, what was measured, and whether it is met. Takes a machine of its own. */
import { allBalances } from "./ledger/allBalances.ts";
import { initialScript } from "./page/initialScript.ts";
import { importPeople } from "./route/importPeople.ts";
import { readRoute } from "./route/readRoute.ts";
import type { Figure } from "./rounds.ts";

const measures: Readonly<Record<string, () => Promise<ReadonlyArray<Figure>>>> = {
  L1: allBalances,
  E1: async () => [await readRoute()],
  W1: async () => [await initialScript()],
  import: async () => [await importPeople()],
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => measures[name] === undefined);
if (unknown.length > 0) {
  process.stderr.write(
    `There is no ${unknown.join(", ")}. Name some of: ${Object.keys(measures).join(" ")}\n`,
  );
  process.exit(2);
}

for (const [name, measure] of Object.entries(measures)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const { id, path, goal, measured, isMet } of await measure()) {
    process.stdout.write(
      `${isMet ? "met   " : "MISSED"} ${id}  ${path}: goal ${goal}, measured ${measured}\n`,
    );
  }
}
