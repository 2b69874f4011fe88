import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import * as Semaphore from "effect/Semaphore";
import { IdSource } from "../identity/IdSource.ts";
import { sha256Hex } from "../platform/webCrypto.ts";
import { now } from "../time/moments.ts";
import { ImportConflict, ImportNotFound, ImportRunning } from "./errors.ts";
import { type AppliedRow, ImportStore, type NewContact } from "./ImportStore.ts";
import { PartnerStore } from "./PartnerStore.ts";
import { changedFieldsOf, lookupKeysOf, newContactsOf, partnerReverted } from "./rules.ts";
import {
  changedBy,
  firstByKey,
  isNews,
  madeBy,
  makeSeenPeople,
  planOf,
  previewOf,
  type RowPlan,
  type SeenPeople,
  withoutSameNotes,
} from "./importPlan.ts";
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
    readonly preview: (file: ImportFile) => Effect.Effect<{
      readonly counts: ImportCounts;
      readonly rows: ReadonlyArray<Omit<ImportRow, "warnings">>;
    }>;
    /** What a commit would answer. Keeps nothing. */
    readonly rehearse: (file: ImportFile) => Effect.Effect<Import>;
    /**
     * Takes the rows in, in chunks; a failure midway takes them back. The same import id with the same
     * file is the same import again, and starts anew if it was undone.
     */
    readonly commit: (file: ImportFile) => Effect.Effect<Import, ImportConflict | ImportRunning>;
    /** Takes an import back. Partners that you used or edited since stay, and are counted. */
    readonly undo: (importId: ImportId) => Effect.Effect<Import, ImportNotFound | ImportRunning>;
    /** What an undo would answer. Keeps nothing. */
    readonly rehearseUndo: (
      importId: ImportId,
    ) => Effect.Effect<Import, ImportNotFound | ImportRunning>;
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

      /** Imports that this process is at work on. Any other that is unfinished, nobody is. */
      const active = new Set<ImportId>();
      const beginning = yield* Semaphore.make(1);
      const whileActive =
        (importId: ImportId) =>
        <A, E>(work: Effect.Effect<A, E>): Effect.Effect<A, E> =>
          Effect.acquireUseRelease(
            Effect.sync(() => active.add(importId)),
            () => work,
            () => Effect.sync(() => active.delete(importId)),
          );

      /** Who the rows of a chunk speak of, looked up at once. */
      const planned = Effect.fnUntraced(function* (
        source: ImportSource,
        rows: ReadonlyArray<ImportedPartner>,
        seen: SeenPeople,
      ) {
        const known = yield* partners.byIdentity([...new Set(rows.flatMap(lookupKeysOf))]);
        const said = yield* imports.saidOf(
          known.map(({ partner }) => partner.id),
          source,
        );
        const byKey = firstByKey(known);
        return rows.map((row) => planOf(row, { byKey, said, seen }));
      });

      const preview = Effect.fn("PartnerImports.preview")(function* (file: ImportFile) {
        const seen = makeSeenPeople();
        const rows: Array<Omit<ImportRow, "warnings">> = [];
        for (const chunk of chunksOf(file.rows)) {
          for (const plan of yield* planned(file.source, chunk, seen)) rows.push(previewOf(plan));
          yield* Effect.yieldNow;
        }
        const outcomes = rows.map(({ outcome }) => outcome);
        return { counts: countsOf(outcomes, { ...noCounts, skipped: file.skipped }), rows };
      });

      const begun = Effect.fnUntraced(function* (file: ImportFile) {
        const started: Import = {
          id: file.id ?? ((yield* ids.next) as ImportId),
          source: file.source,
          state: "running",
          fileDigest: yield* digestOf(file),
          counts: { ...noCounts, skipped: file.skipped },
          startedAt: yield* now,
          endedAt: null,
          kept: 0,
        };
        return started;
      });

      const rehearse = Effect.fn("PartnerImports.rehearse")(function* (file: ImportFile) {
        const started = yield* begun(file);
        const { counts } = yield* preview(file);
        return { ...started, state: "done" as const, counts, endedAt: yield* now };
      });

      const applied = Effect.fnUntraced(function* (plan: RowPlan) {
        const at = yield* now;
        const row =
          plan.partner === undefined
            ? madeBy(plan, (yield* ids.next) as PartnerId, at)
            : changedBy(plan, plan.partner, at);
        const contacts: Array<NewContact> = [];
        for (const contact of newContactsOf(plan.row, plan.saidBefore)) {
          contacts.push({ ...contact, id: yield* ids.next });
        }
        return { ...row, contacts };
      });

      const applyChunk = Effect.fnUntraced(function* (
        batch: Import,
        chunk: ReadonlyArray<ImportedPartner>,
        seen: SeenPeople,
      ) {
        const plans = yield* planned(batch.source, chunk, seen);
        const news = plans.filter((plan) => isNews(plan));
        const rows = yield* Effect.forEach(news, applied);
        yield* partners.insert(
          rows.filter(({ before }) => before === null).map(({ after }) => after),
        );
        for (const { before, after } of rows) {
          if (before !== null && after !== before) yield* partners.update(before, after);
        }
        yield* imports.keepRows(batch, rows.map(withoutSameNotes));
        return plans.map(({ outcome }) => outcome);
      });

      /** A partner that you edited or used since stays. */
      const isKept = Effect.fnUntraced(function* (
        current: Partner,
        { after, contacts }: AppliedRow,
      ) {
        const isEdited = changedFieldsOf(after, current).length > 0;
        const ownContacts = contacts.map(({ id }) => id);
        return isEdited || (yield* partners.isUsed(current.id, ownContacts));
      });

      /** One that became part of another stays with it. */
      const isMerged = (partnerId: PartnerId) =>
        Effect.map(partners.mergedInto(partnerId), (into) => into !== undefined);

      const undoRow = Effect.fnUntraced(function* (
        source: ImportSource,
        row: AppliedRow,
      ): Effect.fn.Return<number> {
        const { partnerId, before, after, saidBefore, contacts } = row;
        const current = yield* partners.byId(partnerId);
        if (current === undefined) return (yield* isMerged(partnerId)) ? 1 : 0;
        if (before === null) {
          if (yield* isKept(current, row)) return 1;
          yield* imports.forgetContacts(contacts);
          yield* partners.remove(current);
          return 0;
        }
        yield* imports.forgetContacts(contacts);
        yield* imports.saidAgain(partnerId, source, saidBefore);
        const reverted = partnerReverted(current, before, after);
        if (changedFieldsOf(current, reverted).length > 0) {
          const updatedAt = yield* now;
          yield* partners.update(current, { ...reverted, updatedAt, version: current.version + 1 });
        }
        return 0;
      });

      /** Goes through all rows again when it was interrupted: what is gone stays gone. */
      const takeBack = Effect.fnUntraced(function* (batch: Import) {
        const undoing: Import = { ...batch, state: "undoing", endedAt: null };
        if (batch.state !== "undoing") yield* partners.atomically(imports.put(batch, undoing));
        let kept = 0;
        for (const chunk of chunksOf(yield* imports.rows(batch.id))) {
          const stayed = yield* partners.atomically(
            Effect.forEach(chunk, (row) => undoRow(batch.source, row)),
          );
          kept += stayed.reduce((sum, count) => sum + count, 0);
          yield* Effect.yieldNow;
        }
        const undone: Import = { ...undoing, state: "undone", endedAt: yield* now, kept };
        yield* partners.atomically(
          Effect.andThen(imports.forgetRows(batch.id), imports.put(undoing, undone)),
        );
        return undone;
      });

      /** Where the rows of a file begin to be taken in, or what is known under the id. */
      const start = Effect.fnUntraced(function* (started: Import) {
        const known = yield* imports.byId(started.id);
        if (known !== undefined && known.fileDigest !== started.fileDigest) {
          return yield* new ImportConflict({ importId: started.id, field: "file" });
        }
        if (known !== undefined && isUnfinished(known)) {
          return yield* new ImportRunning({ importId: known.id });
        }
        if (known !== undefined && known.state !== "undone") return known;
        yield* imports.put(known ?? null, started);
        return undefined;
      });

      const takeIn = Effect.fnUntraced(function* (started: Import, file: ImportFile) {
        const seen = makeSeenPeople();
        let { counts } = started;
        for (const chunk of chunksOf(file.rows)) {
          const outcomes = yield* partners.atomically(applyChunk(started, chunk, seen));
          counts = countsOf(outcomes, counts);
          yield* Effect.yieldNow;
        }
        const done: Import = { ...started, state: "done", counts, endedAt: yield* now };
        yield* partners.atomically(imports.put(started, done));
        return done;
      });

      /** Takes back what a crash left under the id, and starts; one commit after the other. */
      const begin = Effect.fnUntraced(function* (started: Import) {
        const left = yield* imports.byId(started.id);
        if (left !== undefined && isUnfinished(left) && !active.has(left.id)) {
          yield* takeBack(left).pipe(whileActive(left.id));
        }
        const known = yield* partners.atomically(start(started));
        if (known === undefined) active.add(started.id);
        return known;
      }, Semaphore.withPermit(beginning));

      const commit = Effect.fn("PartnerImports.commit")(function* (file: ImportFile) {
        const started = yield* begun(file);
        const anew = Effect.onError(takeIn(started, file), () =>
          Effect.ignoreCause(takeBack(started)),
        );
        return yield* Effect.acquireUseRelease(
          begin(started),
          (known) => (known === undefined ? anew : Effect.succeed(known)),
          (known) => Effect.sync(() => known === undefined && active.delete(started.id)),
        );
      });

      const byId = Effect.fn("PartnerImports.byId")(function* (importId: ImportId) {
        return (yield* imports.byId(importId)) ?? (yield* new ImportNotFound({ importId }));
      });

      const undo = Effect.fn("PartnerImports.undo")(function* (importId: ImportId) {
        const batch = yield* byId(importId);
        if (batch.state === "undone") return batch;
        if (active.has(importId)) return yield* new ImportRunning({ importId });
        return yield* takeBack(batch).pipe(whileActive(importId));
      });

      const rehearseUndo = Effect.fn("PartnerImports.rehearseUndo")(function* (importId: ImportId) {
        const batch = yield* byId(importId);
        if (batch.state === "undone") return batch;
        if (active.has(importId)) return yield* new ImportRunning({ importId });
        let kept = 0;
        for (const row of yield* imports.rows(importId)) {
          if (row.before !== null) continue;
          const current = yield* partners.byId(row.partnerId);
          const stays =
            current === undefined ? yield* isMerged(row.partnerId) : yield* isKept(current, row);
          if (stays) kept++;
        }
        return { ...batch, state: "undone" as const, endedAt: yield* now, kept };
      });

      const recover = Effect.flatMap(imports.unfinished, (unfinished) =>
        Effect.forEach(unfinished, takeBack),
      );

      return PartnerImports.of({ preview, rehearse, commit, undo, rehearseUndo, byId, recover });
    }),
  );
}

const isUnfinished = ({ state }: Import): boolean => state === "running" || state === "undoing";

const countsOf = (outcomes: ReadonlyArray<ImportOutcome>, before: ImportCounts): ImportCounts => {
  const counts = { ...before };
  for (const outcome of outcomes) counts[outcome]++;
  return counts;
};

/** What was read from the file, in short. */
const digestOf = ({ source, rows, skipped }: ImportFile) =>
  Effect.promise(() => sha256Hex(JSON.stringify([source, rows, skipped])));

const noCounts: ImportCounts = { new: 0, updated: 0, unchanged: 0, duplicate: 0, skipped: 0 };

const chunksOf = <A>(rows: ReadonlyArray<A>): ReadonlyArray<ReadonlyArray<A>> => {
  const chunks: Array<ReadonlyArray<A>> = [];
  for (let first = 0; first < rows.length; first += chunkRows) {
    chunks.push(rows.slice(first, first + chunkRows));
  }
  return chunks;
};
