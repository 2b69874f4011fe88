/** L5: reading the balances of all partners never reads entries, so a longer history costs nothing. */
import { mkdtempSync, rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RelationshipEquity } from "@comity/domain/equity";
import type { PartnerId } from "@comity/domain/partner/schema";
import { layer as stores } from "@comity/store";
import { layer as sqliteFile } from "@comity/store/node";
import { domainServices } from "@comity/domain/services";
import { IdSource } from "@comity/domain/identity";
import * as Layer from "effect/Layer";
import * as ManagedRuntime from "effect/ManagedRuntime";
import { type Figure, medians, tolerance } from "../rounds.ts";

const partners = 10_000;
const fewEntries = 100_000;
/** `BENCH_ENTRIES=10000000` is the full goal; it takes minutes to fill. */
const manyEntries = Number(process.env["BENCH_ENTRIES"] ?? 1_000_000);
const atOnce = 500;
const rounds = 5;

const idOf = (index: number): PartnerId =>
  `01990000-0000-7000-8000-${String(index).padStart(12, "0")}` as PartnerId;

const series = (count: number) =>
  `WITH RECURSIVE series (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM series WHERE n < ${count - 1})`;
const partnerId = (n: string) => `'01990000-0000-7000-8000-' || printf('%012d', ${n})`;

/** A database whose entries are filled without the service: only their number matters here. */
const filled = async (file: string, entries: number) => {
  const live = domainServices.pipe(
    Layer.provideMerge(stores("UTC")),
    Layer.provide([IdSource.layer, sqliteFile(file)]),
  );
  const runtime = ManagedRuntime.make(live);
  await runtime.context();
  const database = new DatabaseSync(file);
  database.exec("PRAGMA synchronous = OFF");
  database.exec("BEGIN");
  database.exec(`${series(partners)} INSERT INTO partners (id, name, name_folded, organisation, role,
      emails, links, notes, created_at, updated_at, version, salt)
    SELECT ${partnerId("n")}, 'P', 'p', '', '', '[]', '[]', '', 0, 0, 1, '' FROM series`);
  for (const trigger of ["id", "seq", "reverses", "corrects"]) {
    database.exec(`DROP TRIGGER entries_no_replace_${trigger}`);
  }
  database.exec(`${series(entries)} INSERT INTO entries (id, partner_id, kind, at, recorded_at, mine,
      theirs, from_me, benefit, cost, asked, strings, evidence)
    SELECT '01990000-0000-7000-9000-' || printf('%012d', n), ${partnerId(`n % ${partners}`)},
      'transfer', n, n, 9, 0, 1, 9, 3, 0, 0, 'estimated' FROM series`);
  database.exec(`INSERT INTO accounts (partner_id, at, mine_principal, mine_interest,
      theirs_principal, theirs_interest, gifts, entries, facts, openings, tallies)
    SELECT id, 0, 9, 1, 0, 0, 2, 2, 2, 0, '{}' FROM partners`);
  database.exec("COMMIT");
  database.close();
  return runtime;
};

const allOf = (runtime: Awaited<ReturnType<typeof filled>>) => async () => {
  const start = performance.now();
  for (let from = 0; from < partners; from += atOnce) {
    const ids = Array.from({ length: atOnce }, (_, index) => idOf(from + index));
    const found = await runtime.runPromise(RelationshipEquity.use((one) => one.standings(ids)));
    if (found.length !== atOnce || found.some(({ equity }) => !(equity > 0))) {
      throw new Error("A standing is missing.");
    }
  }
  return performance.now() - start;
};

export const allStandings = async (): Promise<Figure> => {
  const folder = mkdtempSync(join(tmpdir(), "comity-bench-"));
  const few = await filled(join(folder, "few.sqlite"), fewEntries);
  const many = await filled(join(folder, "many.sqlite"), manyEntries);
  const taken = await medians(
    [
      { name: "few", run: allOf(few) },
      { name: "many", run: allOf(many) },
    ],
    rounds,
  );
  await Promise.all([few.dispose(), many.dispose()]);
  rmSync(folder, { recursive: true });
  const ratio = (taken["many"] as number) / (taken["few"] as number);
  return {
    id: "L5",
    path: `balances of 10,000 partners from the store, ${manyEntries} entries against ${fewEntries}`,
    goal: "<= 1.50x",
    measured: `${ratio.toFixed(2)}x (${taken["many"]?.toFixed(0)} against ${taken["few"]?.toFixed(0)} ms)`,
    isMet: ratio <= 1.5 * tolerance,
  };
};
