import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { IdSource } from "../identity/IdSource.ts";
import { now } from "../time/moments.ts";
import { ImportNotFound, ImportRunning } from "./errors.ts";
import { type AppliedRow, ImportStore } from "./ImportStore.ts";
import { PartnerStore } from "./PartnerStore.ts";
import { partnerOf } from "./Partners.ts";
import {
  changedFieldsOf,
  identityKeysOf,
  isSaidBefore,
  isSamePerson,
  partnerReverted,
  partnerUpdatedBy,
} from "./rules.ts";
import type {
  Import,
  ImportCounts,
  ImportedPartner,
  ImportId,
  ImportOutcome,
  ImportRow,
  ImportSource,
  Partner,
  PartnerId,
} from "./schema.ts";

/** Rows applied in one transaction: small enough that no other request waits long. */
const chunkRows = 100;

export interface ImportFile {
  readonly id?: ImportId | undefined;
  readonly source: ImportSource;
  readonly rows: ReadonlyArray<ImportedPartner>;
  /** How many rows of the file could not be read. */
  readonly skipped: number;
}

/** Many partners at once from a file: looked at before, and undone as one after. */
export class PartnerImports extends Context.Service<
  PartnerImports,
  {
    /** What would become of each row. Keeps nothing. */
    readonly preview: (
      file: ImportFile,
    ) => Effect.Effect<ReadonlyArray<Omit<ImportRow, "warnings">>>;
    /** Takes the rows in, in chunks. The same import id is the same import again. */
    readonly commit: (file: ImportFile) => Effect.Effect<Import>;
    /** Takes an import back. Partners that you used or edited since stay, and are counted. */
    readonly undo: (importId: ImportId) => Effect.Effect<Import, ImportNotFound | ImportRunning>;
    readonly byId: (importId: ImportId) => Effect.Effect<Import, ImportNotFound>;
    /** Takes back what a crash left half done. To be run once, before the first request. */
    readonly recover: Effect.Effect<ReadonlyArray<Import>>;
  }
>()("@comity/domain/partner/PartnerImports") {
  static readonly layerNoDeps = Layer.effect(
    PartnerImports,
    Effect.gen(function* () {
      const partners = yield* PartnerStore;
      const imports = yield* ImportStore;
      const ids = yield* IdSource;

      /** Who the rows of a chunk speak of, looked up at once. */
      const planned = Effect.fnUntraced(function* (
        rows: ReadonlyArray<ImportedPartner>,
        seen: SeenPeople,
      ) {
        const known = yield* partners.byIdentity([...new Set(rows.flatMap(identityKeysOf))]);
        const said = yield* imports.saidOf(known.map(({ id }) => id));
        const byKey = peopleByKey(known);
        return rows.map((row) => planOf(row, { byKey, said, seen }));
      });

      const preview = Effect.fn("PartnerImports.preview")(function* (file: ImportFile) {
        const seen = makeSeenPeople();
        const rows: Array<Omit<ImportRow, "warnings">> = [];
        for (const chunk of chunksOf(file.rows)) {
          for (const plan of yield* planned(chunk, seen)) rows.push(previewOf(plan));
          yield* Effect.yieldNow;
        }
        return rows;
      });

      const applied = Effect.fnUntraced(function* (plan: RowPlan) {
        const at = yield* now;
        if (plan.partner !== undefined) return changedBy(plan, plan.partner, at);
        return madeBy(plan, (yield* ids.next) as PartnerId, at);
      });

      const applyChunk = Effect.fnUntraced(function* (
        importId: ImportId,
        chunk: ReadonlyArray<ImportedPartner>,
        seen: SeenPeople,
      ) {
        const plans = yield* planned(chunk, seen);
        const news = plans.filter((plan) => isNews(plan));
        const rows = yield* Effect.forEach(news, applied);
        yield* partners.insert(
          rows.filter(({ before }) => before === null).map(({ after }) => after),
        );
        for (const { outcome, before, after } of rows) {
          if (outcome === "updated" && before !== null) yield* partners.update(before, after);
        }
        yield* imports.keepRows(importId, rows);
        return plans.map(({ outcome }) => outcome);
      });

      const commit = Effect.fn("PartnerImports.commit")(function* (file: ImportFile) {
        const id = file.id ?? ((yield* ids.next) as ImportId);
        const counts = { ...noCounts, skipped: file.skipped };
        const started: Import = {
          id,
          source: file.source,
          state: "running",
          counts,
          startedAt: yield* now,
          endedAt: null,
          kept: 0,
        };
        const known = yield* partners.atomically(
          Effect.tap(imports.byId(id), (before) =>
            before === undefined ? imports.put(null, started) : Effect.void,
          ),
        );
        if (known !== undefined) return known;
        const seen = makeSeenPeople();
        for (const chunk of chunksOf(file.rows)) {
          const outcomes = yield* partners.atomically(applyChunk(id, chunk, seen));
          for (const outcome of outcomes) counts[outcome]++;
          yield* Effect.yieldNow;
        }
        const done: Import = { ...started, state: "done", counts, endedAt: yield* now };
        yield* partners.atomically(imports.put(started, done));
        return done;
      });

      const undoRow = Effect.fnUntraced(function* ({
        partnerId,
        before,
        after,
        saidBefore,
      }: AppliedRow): Effect.fn.Return<number> {
        const current = yield* partners.byId(partnerId);
        if (current === undefined) return 0;
        if (before === null) {
          const isTouched = changedFieldsOf(after, current).length > 0;
          if (isTouched || (yield* imports.isUsed(partnerId))) return 1;
          yield* partners.remove(current);
          return 0;
        }
        yield* imports.saidAgain(partnerId, saidBefore);
        const reverted = partnerReverted(current, before, after);
        if (changedFieldsOf(current, reverted).length > 0) {
          const updatedAt = yield* now;
          yield* partners.update(current, { ...reverted, updatedAt, version: current.version + 1 });
        }
        return 0;
      });

      const takeBack = Effect.fnUntraced(function* (batch: Import) {
        const rows = yield* imports.rows(batch.id);
        let kept = 0;
        for (const chunk of chunksOf(rows)) {
          const stayed = yield* partners.atomically(Effect.forEach(chunk, undoRow));
          kept += stayed.reduce((sum, count) => sum + count, 0);
          yield* Effect.yieldNow;
        }
        const undone: Import = { ...batch, state: "undone", endedAt: yield* now, kept };
        yield* partners.atomically(imports.put(batch, undone));
        return undone;
      });

      const byId = Effect.fn("PartnerImports.byId")(function* (importId: ImportId) {
        return (yield* imports.byId(importId)) ?? (yield* new ImportNotFound({ importId }));
      });

      const undo = Effect.fn("PartnerImports.undo")(function* (importId: ImportId) {
        const batch = yield* byId(importId);
        if (batch.state === "running") return yield* new ImportRunning({ importId });
        return batch.state === "undone" ? batch : yield* takeBack(batch);
      });

      const recover = Effect.flatMap(imports.running, (running) =>
        Effect.forEach(running, takeBack),
      );

      return PartnerImports.of({ preview, commit, undo, byId, recover });
    }),
  );
}

const noCounts: ImportCounts = { new: 0, updated: 0, unchanged: 0, duplicate: 0, skipped: 0 };

const chunksOf = <A>(rows: ReadonlyArray<A>): ReadonlyArray<ReadonlyArray<A>> => {
  const chunks: Array<ReadonlyArray<A>> = [];
  for (let first = 0; first < rows.length; first += chunkRows) {
    chunks.push(rows.slice(first, first + chunkRows));
  }
  return chunks;
};

/** What a row will do. */
interface RowPlan {
  readonly row: ImportedPartner;
  readonly outcome: ImportOutcome;
  /** Whom the row speaks of; undefined when nobody is known. */
  readonly partner: Partner | undefined;
  readonly saidBefore: ImportedPartner | null;
}

/** A row about someone known, of whom the last file said the same, leaves no trace. */
const isNews = ({ row, outcome, saidBefore }: RowPlan): boolean =>
  outcome !== "duplicate" && (outcome !== "unchanged" || !isSaidBefore(row, saidBefore));

const planOf = (
  row: ImportedPartner,
  known: {
    readonly byKey: ReadonlyMap<string, ReadonlyArray<Partner>>;
    readonly said: ReadonlyMap<PartnerId, ImportedPartner>;
    readonly seen: SeenPeople;
  },
): RowPlan => {
  const candidates = identityKeysOf(row).flatMap((key) => known.byKey.get(key) ?? []);
  const partner = candidates.find((candidate) => isSamePerson(row, candidate));
  const saidBefore = (partner && known.said.get(partner.id)) ?? null;
  if (known.seen.isAgain(row, partner)) return { row, outcome: "duplicate", partner, saidBefore };
  if (partner === undefined) return { row, outcome: "new", partner, saidBefore };
  const after = partnerUpdatedBy(partner, row, saidBefore);
  const isChanged = changedFieldsOf(partner, after).length > 0;
  return { row, outcome: isChanged ? "updated" : "unchanged", partner, saidBefore };
};

const previewOf = ({ row, outcome, partner }: RowPlan): Omit<ImportRow, "warnings"> => ({
  row: row.row,
  outcome,
  name: row.name,
  organisation: row.organisation ?? "",
  partnerId: partner?.id ?? null,
});

const madeBy = (
  { row, outcome }: RowPlan,
  id: PartnerId,
  at: Partner["createdAt"],
): AppliedRow => ({
  row: row.row,
  outcome,
  partnerId: id,
  before: null,
  after: partnerOf({ ...row, id }, at),
  said: row,
  saidBefore: null,
});

const changedBy = (
  { row, outcome, saidBefore }: RowPlan,
  before: Partner,
  at: Partner["updatedAt"],
): AppliedRow => {
  const after = partnerUpdatedBy(before, row, saidBefore);
  const isChanged = outcome === "updated";
  return {
    row: row.row,
    outcome,
    partnerId: before.id,
    before,
    after: isChanged ? { ...after, updatedAt: at, version: before.version + 1 } : before,
    said: row,
    saidBefore,
  };
};

const peopleByKey = <A extends ImportedPartner | Partner>(
  people: ReadonlyArray<A>,
): ReadonlyMap<string, ReadonlyArray<A>> => {
  const byKey = new Map<string, Array<A>>();
  for (const person of people) {
    for (const key of identityKeysOf(person)) {
      const others = byKey.get(key);
      if (others === undefined) byKey.set(key, [person]);
      else others.push(person);
    }
  }
  return byKey;
};

interface SeenPeople {
  /** Whether an earlier row spoke of the same person. Remembers the row. */
  readonly isAgain: (row: ImportedPartner, partner: Partner | undefined) => boolean;
}

/** The people of the rows so far, so that a file that names someone twice makes one partner. */
const makeSeenPeople = (): SeenPeople => {
  const byKey = new Map<string, Array<ImportedPartner>>();
  const partnerIds = new Set<PartnerId>();
  return {
    isAgain: (row, partner) => {
      const keys = identityKeysOf(row);
      const isKnown = keys.some((key) =>
        (byKey.get(key) ?? []).some((earlier) => isSamePerson(row, earlier)),
      );
      const isAgain = isKnown || (partner !== undefined && partnerIds.has(partner.id));
      for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), row]);
      if (partner !== undefined) partnerIds.add(partner.id);
      return isAgain;
    },
  };
};
