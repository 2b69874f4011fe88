/** How long it takes to find somebody among ten thousand, and to list them in each order. */
import { mkdtempSync, rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RelationshipEquity } from "@comity/domain/equity";
import { IdSource } from "@comity/domain/identity";
import { type PartnerOrder, partnerOf, Partners, PartnerStore } from "@comity/domain/partner";
import type { PartnerId } from "@comity/domain/partner/schema";
import { domainServices } from "@comity/domain/services";
import { instantOf } from "@comity/domain/time";
import { layer as stores } from "@comity/store";
import { layer as sqliteFile } from "@comity/store/node";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import * as ManagedRuntime from "effect/ManagedRuntime";
import { type Figure, tolerance } from "../rounds.ts";
import { seeded } from "../seeded.ts";

const partners = 10_000;
const atOnce = 500;
const rounds = 40;
const goalMs = 50;

const syllables = "ka lo mi ren ta vo sel du bar ni shu fel gor wi pa xe ti mon ur el".split(" ");

/** Names and notes out of thousands of words, as a life's worth of them has. */
const people = () => {
  const random = seeded(20_261_125);
  const syllable = (): string => syllables[Math.floor(random() * syllables.length)] ?? "";
  const word = (): string =>
    Array.from({ length: 2 + Math.floor(random() * 2) }, syllable).join("");
  const words = Array.from({ length: 6_000 }, word);
  // Few words are used often, most of them seldom.
  const common = (): string => words[Math.floor(words.length * random() ** 3)] ?? "";
  return Array.from({ length: partners }, (_, index) =>
    partnerOf(
      {
        id: `01990000-0000-7000-8000-${String(index).padStart(12, "0")}` as PartnerId,
        name: `${word()} ${word()}`,
        organisation: `Firm ${index % 997} ${common()}`,
        role: common(),
        tags: [common()],
        notes: Array.from({ length: 40 }, common).join(" "),
        circle: index % 70 === 0 ? 150 : null,
      },
      instantOf(index),
    ),
  );
};

const filled = async (file: string) => {
  const runtime = ManagedRuntime.make(
    domainServices.pipe(
      Layer.provideMerge(stores("UTC")),
      Layer.provide([IdSource.layer, sqliteFile(file)]),
    ),
  );
  const everyone = people();
  for (let from = 0; from < partners; from += atOnce) {
    const some = everyone.slice(from, from + atOnce);
    await runtime.runPromise(
      PartnerStore.use(({ atomically, insert }) => atomically(insert(some))),
    );
  }
  // A ledger of one entry with every third: orders are read from it, and its arithmetic is not.
  const database = new DatabaseSync(file);
  database.exec(`INSERT INTO accounts (partner_id, at, mine_principal, mine_interest,
      theirs_principal, theirs_interest, gifts, entries, facts, openings, last_contact_at, tallies)
    SELECT id, pk, pk % 97, 1, 0, 0, 2, 2, 2, 0, pk, '{}' FROM partners WHERE pk % 3 = 0`);
  database.close();
  return { runtime, everyone };
};

const percentileOf = (sorted: ReadonlyArray<number>, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;

const page = (search: string, order: PartnerOrder) =>
  Partners.use((all) => all.page({ filter: { search }, order, limit: 50, cursor: null }));

const ranked = (sort: "equity" | "earned") =>
  Effect.gen(function* () {
    const ids = yield* RelationshipEquity.use((equity) => equity.ranking(sort));
    return yield* page("", { name: sort, ranked: ids });
  });

const mistyped = (word: string): string =>
  word.slice(0, 2) + (word[3] ?? "") + (word[2] ?? "") + word.slice(4);

export const findPartners = async (): Promise<ReadonlyArray<Figure>> => {
  const folder = mkdtempSync(join(tmpdir(), "comity-bench-"));
  const { runtime, everyone } = await filled(join(folder, "workspace.sqlite"));

  const figure = async (
    what: string,
    taken: (round: number) => Effect.Effect<unknown, unknown, Partners | RelationshipEquity>,
  ): Promise<Figure> => {
    const times: Array<number> = [];
    for (let round = -3; round < rounds; round++) {
      const start = process.cpuUsage();
      await runtime.runPromise(Effect.orDie(taken(Math.abs(round))));
      const { user, system } = process.cpuUsage(start);
      if (round >= 0) times.push((user + system) / 1000);
    }
    const sorted = times.toSorted((a, b) => a - b);
    const [middle, late] = [percentileOf(sorted, 0.5), percentileOf(sorted, 0.95)];
    return {
      id: "P1",
      path: `${what}, of ${partners} partners with notes`,
      goal: `p95 <= ${goalMs} ms of CPU`,
      measured: `p50 ${middle.toFixed(1)} ms, p95 ${late.toFixed(1)} ms`,
      isMet: late <= goalMs * tolerance,
    };
  };

  const nameOf = (round: number): string => everyone[round * 211]?.name ?? "";

  const figures = [
    await figure("search by a name", (round) => page(nameOf(round), "best-match")),
    await figure("search by one letter", (round) => page("kltmrv"[round % 6] ?? "", "best-match")),
    await figure("search by the beginning of a word", (round) =>
      page(nameOf(round).slice(0, 3), "best-match"),
    ),
    await figure("search with two words mistyped", (round) =>
      page(nameOf(round).split(" ").map(mistyped).join(" "), "best-match"),
    ),
    await figure("search that finds nobody", (round) =>
      page(`${"qwxz"[round % 4]}yqqqyjjq ${nameOf(round)}zzz`, "best-match"),
    ),
    await figure("search by a name, and its count", (round) =>
      Partners.use((all) => all.count({ search: nameOf(round).slice(0, 2) })),
    ),
  ];
  for (const order of ["name", "circle", "added", "last-contact"] as const) {
    figures.push(await figure(`list by ${order}`, () => page("", order)));
  }
  for (const sort of ["equity", "earned"] as const) {
    figures.push(await figure(`list by ${sort}`, () => ranked(sort)));
  }
  await runtime.dispose();
  rmSync(folder, { recursive: true });
  return figures;
};
