import type { Change, ChangeKind } from "@comity/domain/change/schema";
import type { Page } from "@comity/domain/page";
import { instantOf, nowMs } from "@comity/domain/time";
import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { SqlClient } from "effect/sql/SqlClient";
import { Actor } from "./Actor.ts";
import { type ChangeRow, sealOf } from "./seal.ts";
import { firstBrokenOver } from "./verification.ts";

/** A fact that is to be kept. */
export interface ChangeLine {
  readonly kind: ChangeKind;
  readonly subject: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The audit trail of a workspace: one line per fact, each sealed by a hash over the line before. */
export class ChangeLog extends Context.Service<
  ChangeLog,
  {
    /** Adds a line, inside the transaction of the write that it tells of. Returns its number. */
    readonly append: (
      kind: ChangeKind,
      subject: string,
      body: Readonly<Record<string, unknown>>,
    ) => Effect.Effect<number>;
    /** Adds several lines at once, in order. */
    readonly appendAll: (lines: ReadonlyArray<ChangeLine>) => Effect.Effect<void>;
    /** In order, after a sequence number. */
    readonly page: (request: {
      readonly after: number;
      readonly limit: number;
    }) => Effect.Effect<Page<Change>>;
    /**
     * The first line that is not as it was written, or that tells something else than the ledger
     * holds; null when there is none. What no line tells of is the line that should come next.
     */
    readonly firstBroken: Effect.Effect<number | null>;
  }
>()("@comity/store/change/ChangeLog") {
  static readonly layer = Layer.effect(
    ChangeLog,
    Effect.gen(function* () {
      const sql = yield* SqlClient;

      const last = Effect.map(
        sql<{ seq: number; hash: string }>`SELECT seq, hash FROM changes
          WHERE seq = (SELECT max(seq) FROM changes)`,
        ([row]) => row ?? { seq: 0, hash: "" },
      );

      // Most writes tell one fact, and taking it out of JSON again would take as long as keeping it.
      const insertOne = ({ seq, at, actor, kind, subject, body, hash }: ChangeRow) =>
        sql`INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
          VALUES (${seq}, ${at}, ${actor}, ${kind}, ${subject}, ${body}, ${hash})`;

      const insertAll = (rows: ReadonlyArray<ChangeRow>) =>
        sql`INSERT INTO changes (seq, at, actor, kind, subject, body, hash)
          SELECT value ->> 'seq', value ->> 'at', value ->> 'actor', value ->> 'kind',
            value ->> 'subject', value ->> 'body', value ->> 'hash'
          FROM json_each(${JSON.stringify(rows)})`;

      const appendAll = Effect.fnUntraced(function* (lines: ReadonlyArray<ChangeLine>) {
        const at = yield* nowMs;
        const actor = yield* Actor;
        let before: Pick<ChangeRow, "seq" | "hash"> = yield* last;
        const rows = lines.map(({ kind, subject, body }): ChangeRow => {
          const line = {
            seq: before.seq + 1,
            at,
            actor,
            kind,
            subject,
            body: JSON.stringify(body),
          };
          const sealed = { ...line, hash: sealOf(before.hash, line) };
          before = sealed;
          return sealed;
        });
        const [first, ...others] = rows;
        if (first === undefined) return before.seq;
        yield* others.length === 0 ? insertOne(first) : insertAll(rows);
        return before.seq;
      }, Effect.orDie);

      const rowsAfter = (after: number, limit: number) =>
        sql<ChangeRow>`SELECT seq, at, actor, kind, subject, body, hash FROM changes
          WHERE seq > ${after} ORDER BY seq LIMIT ${limit}`;

      const page = Effect.fn("ChangeLog.page")(function* (request: {
        readonly after: number;
        readonly limit: number;
      }) {
        const rows = yield* Effect.orDie(rowsAfter(request.after, request.limit + 1));
        const data = rows.slice(0, request.limit).map(changeOf);
        const isMore = rows.length > request.limit;
        return { data, nextCursor: isMore ? String(data.at(-1)?.seq) : null };
      });

      return ChangeLog.of({
        append: (kind, subject, body) => appendAll([{ kind, subject, body }]),
        appendAll: (lines) => (lines.length === 0 ? Effect.void : Effect.asVoid(appendAll(lines))),
        page,
        firstBroken: firstBrokenOver(sql),
      });
    }),
  );
}

const changeOf = (row: ChangeRow): Change => ({
  ...row,
  at: instantOf(row.at),
  kind: row.kind as ChangeKind,
  body: JSON.parse(row.body) as Record<string, unknown>,
});
