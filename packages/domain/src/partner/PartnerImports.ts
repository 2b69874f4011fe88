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
const chunkRows = 50;

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

      const planRow = Effect.fnUntraced(function* (row: ImportedPartner, seen: SeenPeople) {
        if (seen.has(row))
          return { outcome: "duplicate", partner: undefined, saidBefore: null } as const;
        const candidates = yield* partners.byIdentity(identityKeysOf(row));
        const partner = candidates.find((candidate) => isSamePerson(row, candidate));
        if (partner === undefined) return { outcome: "new", partner, saidBefore: null } as const;
        const saidBefore = yield* imports.saidOf(partner.id);
        const after = partnerUpdatedBy(partner, row, saidBefore);
        const isChanged = changedFieldsOf(partner, after).length > 0;
        return { outcome: isChanged ? "updated" : "unchanged", partner, saidBefore } as const;
      });

      const preview = Effect.fn("PartnerImports.preview")(function* (file: ImportFile) {
        const seen = makeSeenPeople();
        const rows: Array<Omit<ImportRow, "warnings">> = [];
        for (const row of file.rows) {
          const { outcome, partner } = yield* planRow(row, seen);
          seen.add(row);
          rows.push({
            row: row.row,
            outcome,
            name: row.name,
            organisation: row.organisation ?? "",
            partnerId: partner?.id ?? null,
          });
          if (rows.length % chunkRows === 0) yield* Effect.yieldNow;
        }
        return rows;
      });

      const applyRow = Effect.fnUntraced(function* (
        importId: ImportId,
        row: ImportedPartner,
        seen: SeenPeople,
      ) {
        const { outcome, partner, saidBefore } = yield* planRow(row, seen);
        seen.add(row);
        if (outcome === "duplicate") return outcome;
        const at = yield* now;
        const applied: AppliedRow =
          partner === undefined
            ? madeBy(row, (yield* ids.next) as PartnerId, at)
            : changedBy(row, partner, saidBefore, at);
        if (applied.before === null) yield* partners.insert(applied.after);
        else if (outcome === "updated") yield* partners.update(applied.before, applied.after);
        if (outcome !== "unchanged" || saidBefore === null) {
          yield* imports.keepRow(importId, applied, row);
        }
        return outcome;
      });

      const commit = Effect.fn("PartnerImports.commit")(function* (file: ImportFile) {
        const id = file.id ?? ((yield* ids.next) as ImportId);
        const known = yield* imports.byId(id);
        if (known !== undefined) return known;
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
        yield* partners.atomically(imports.put(null, started));
        const seen = makeSeenPeople();
        for (let first = 0; first < file.rows.length; first += chunkRows) {
          const chunk = file.rows.slice(first, first + chunkRows);
          const outcomes = yield* partners.atomically(
            Effect.forEach(chunk, (row) => applyRow(id, row, seen)),
          );
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
        for (let first = 0; first < rows.length; first += chunkRows) {
          const chunk = rows.slice(first, first + chunkRows);
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

const madeBy = (row: ImportedPartner, id: PartnerId, at: Partner["createdAt"]): AppliedRow => ({
  row: row.row,
  outcome: "new",
  partnerId: id,
  before: null,
  after: partnerOf({ ...row, id }, at),
  saidBefore: null,
});

const changedBy = (
  row: ImportedPartner,
  before: Partner,
  saidBefore: ImportedPartner | null,
  at: Partner["updatedAt"],
): AppliedRow => {
  const after = partnerUpdatedBy(before, row, saidBefore);
  const isChanged = changedFieldsOf(before, after).length > 0;
  const outcome: ImportOutcome = isChanged ? "updated" : "unchanged";
  return {
    row: row.row,
    outcome,
    partnerId: before.id,
    before,
    after: isChanged ? { ...after, updatedAt: at, version: before.version + 1 } : before,
    saidBefore,
  };
};

interface SeenPeople {
  readonly has: (row: ImportedPartner) => boolean;
  readonly add: (row: ImportedPartner) => void;
}

/** The people of the rows so far, so that a file that names someone twice makes one partner. */
const makeSeenPeople = (): SeenPeople => {
  const byKey = new Map<string, Array<ImportedPartner>>();
  return {
    has: (row) =>
      identityKeysOf(row).some((key) =>
        (byKey.get(key) ?? []).some((earlier) => isSamePerson(row, earlier)),
      ),
    add: (row) => {
      for (const key of identityKeysOf(row)) byKey.set(key, [...(byKey.get(key) ?? []), row]);
    },
  };
};
