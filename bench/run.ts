/** `npm run bench`: each goal, what was measured, and whether it is met. Takes a machine of its own. */
import { againstOracle } from "./ledger/againstOracle.ts";
import { allBalances, memoryOfColumns } from "./ledger/allBalances.ts";
import { oneAsk } from "./ledger/oneAsk.ts";
import { initialScript } from "./page/initialScript.ts";
import { durableWrite } from "./route/durableWrite.ts";
import { importPeople } from "./route/importPeople.ts";
import { readRoute } from "./route/readRoute.ts";
import type { Figure } from "./rounds.ts";
import { allStandings } from "./store/allStandings.ts";
import { findPartners } from "./store/findPartners.ts";

const measures: Readonly<Record<string, () => Promise<ReadonlyArray<Figure>>>> = {
  L1: allBalances,
  L4: oneAsk,
  L5: async () => [await allStandings()],
  L6: async () => [await againstOracle()],
  L7: async () => [await memoryOfColumns()],
  E1: async () => [await readRoute()],
  E2: durableWrite,
  W1: async () => [await initialScript()],
  P1: findPartners,
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
