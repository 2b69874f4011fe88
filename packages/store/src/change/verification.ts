/** The log, read from its first line: each is held against the one before, and against the ledger. */
import * as Effect from "effect/Effect";
import type { SqlClient } from "effect/sql/SqlClient";
import { atomicallyOver } from "../transaction/atomically.ts";
import {
  type EntryRow,
  isLineOfEntry,
  isLineOfRefusedAsk,
  isOfEntry,
  isOfRefusedAsk,
  type RefusedAskRow,
} from "./ledger.ts";
import { type ChangeRow, sealOf } from "./seal.ts";

/** How far a log has been read. Entries come in the order of their lines, so one number says which were told. */
interface Place {
  readonly seq: number;
  readonly hash: string;
  readonly entrySeq: number;
  readonly refused: number;
}

/** Before every number that a row can have: whoever adds one by hand may choose one below zero. */
const start: Place = { seq: 0, hash: "", entrySeq: Number.MIN_SAFE_INTEGER, refused: 0 };

/** Lines of one transaction: small enough that no writer waits long. */
const linesAtOnce = 500;

/**
 * The first line that is not as it was written, or that the ledger does not bear out. Where the
 * ledger holds more than the log tells, it is the line that is missing at the end.
 */
export const firstBrokenOver = (sql: SqlClient): Effect.Effect<number | null> => {
  const atomically = atomicallyOver(sql);

  /** One entry more than the lines tell of, to know whether there are more. */
  const entriesOf = (lines: ReadonlyArray<ChangeRow>, { entrySeq }: Place) =>
    sql<EntryRow>`SELECT entries.*, entry_notes.note, entry_notes.salt FROM entries
      LEFT JOIN entry_notes ON entry_notes.entry_id = entries.id
      WHERE entries.seq > ${entrySeq} ORDER BY entries.seq
      LIMIT ${lines.filter(isOfEntry).length + 1}`;

  const refusedAsksOf = (lines: ReadonlyArray<ChangeRow>) => {
    const ids = lines.filter(isOfRefusedAsk).map(({ subject }) => subject);
    return sql<RefusedAskRow>`SELECT * FROM refused_asks
      WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  };

  /** Read at one moment: a write in between would look like one that the log does not tell of. */
  const pieceAfter = (place: Place) =>
    atomically(
      Effect.gen(function* () {
        const lines = yield* sql<ChangeRow>`SELECT seq, at, actor, kind, subject, body, hash
          FROM changes WHERE seq > ${place.seq} ORDER BY seq LIMIT ${linesAtOnce}`;
        const entries = yield* entriesOf(lines, place);
        const refusedAsks = yield* refusedAsksOf(lines);
        const isLast = lines.length < linesAtOnce;
        const [kept] = isLast
          ? yield* sql<{ refused: number }>`SELECT count(*) AS refused FROM refused_asks`
          : [];
        return { lines, entries, refusedAsks, isLast, refusedAtEnd: kept?.refused };
      }),
    );

  return Effect.gen(function* () {
    let place = start;
    for (;;) {
      const { lines, entries, refusedAsks, isLast, refusedAtEnd } = yield* pieceAfter(place);
      const refusedById = new Map(refusedAsks.map((row) => [row.id, row]));
      const untold = [...entries];
      for (const line of lines) {
        const entry = isOfEntry(line) ? untold.shift() : undefined;
        const isBorneOut =
          (!isOfEntry(line) || isLineOfEntry(line, entry)) &&
          (!isOfRefusedAsk(line) || isLineOfRefusedAsk(line, refusedById.get(line.subject)));
        if (!isSealed(line, place) || !isBorneOut) return place.seq + 1;
        place = {
          seq: line.seq,
          hash: line.hash,
          entrySeq: entry?.seq ?? place.entrySeq,
          refused: place.refused + (isOfRefusedAsk(line) ? 1 : 0),
        };
      }
      const isAllTold = untold.length === 0 && refusedAtEnd === place.refused;
      if (isLast) return isAllTold ? null : place.seq + 1;
    }
  }).pipe(Effect.orDie);
};

const isSealed = (line: ChangeRow, before: Place): boolean =>
  line.seq === before.seq + 1 && line.hash === sealOf(before.hash, line);
