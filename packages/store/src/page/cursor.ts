/** Cursors name the last item of a page by the values that sort it, so that pages stay right while the list grows. */
import { CursorInvalid } from "@comity/domain/page";
import * as Effect from "effect/Effect";

type CursorPart = string | number;

export const encodeCursor = (list: string, parts: ReadonlyArray<CursorPart>): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify([list, ...parts]))))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");

const textOf = (cursor: string): string => {
  const binary = atob(cursor.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
};

const isParts = (
  value: unknown,
  kinds: ReadonlyArray<"string" | "number">,
): value is Array<CursorPart> =>
  Array.isArray(value) &&
  value.length === kinds.length &&
  // oxlint-disable-next-line valid-typeof -- the kinds are those of typeof
  kinds.every((kind, index) => typeof value[index] === kind);

/** The parts of a cursor of this list, or the refusal. */
export const decodeCursor = (
  list: string,
  kinds: ReadonlyArray<"string" | "number">,
  cursor: string,
): Effect.Effect<ReadonlyArray<CursorPart>, CursorInvalid> =>
  Effect.try({
    try: (): unknown => JSON.parse(textOf(cursor)),
    catch: () => new CursorInvalid({ cursor }),
  }).pipe(
    Effect.flatMap((value) =>
      isParts(value, ["string", ...kinds]) && value[0] === list
        ? Effect.succeed(value.slice(1))
        : new CursorInvalid({ cursor }),
    ),
  );

/** A page out of rows that were read one beyond the limit, to know whether there are more. */
export const pageOfRows = <Row, A>(
  rows: ReadonlyArray<Row>,
  limit: number,
  { item, cursor }: { readonly item: (row: Row) => A; readonly cursor: (row: Row) => string },
) => {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    data: shown.map(item),
    nextCursor: rows.length > limit && last !== undefined ? cursor(last) : null,
  };
};
