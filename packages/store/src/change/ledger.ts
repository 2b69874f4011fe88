/** What the ledger holds, told as the log tells it: so that each can be held against the other. */
import type { Coverage } from "@comity/domain/equity/schema";
import { instantOf } from "@comity/domain/time";
import { saltedHash } from "./fingerprint.ts";
import type { ChangeRow } from "./seal.ts";

type Value = string | number | null;

export interface EntryRow extends Readonly<Record<string, Value>> {
  readonly seq: number;
  readonly id: string;
  readonly partner_id: string;
  readonly kind: string;
  readonly at: number;
  readonly recorded_at: number;
  readonly mine: number;
  readonly theirs: number;
  readonly from_me: number | null;
  /** Null: there was none, or it was erased. */
  readonly note: string | null;
  readonly salt: string | null;
}

export interface RefusedAskRow extends Readonly<Record<string, Value>> {
  readonly seq: number;
  readonly id: string;
  readonly coverage: string;
}

type Facts = Readonly<Record<string, unknown>>;

export const isOfEntry = ({ kind }: ChangeRow): boolean => kind.startsWith("entry.");

export const isOfRefusedAsk = ({ kind }: ChangeRow): boolean => kind === "ask.refused";

/** Whether a line tells of this entry, and tells all of it as it is. */
export const isLineOfEntry = (line: ChangeRow, row: EntryRow | undefined): boolean => {
  if (row === undefined || row.id !== line.subject) return false;
  if ((line.kind === "entry.reversed") !== (row.kind === "reversal")) return false;
  const { personal, ...told } = JSON.parse(line.body) as Facts;
  return isSame(told, factsOfEntry(row, told)) && isNoteOf(row, personal);
};

export const isLineOfRefusedAsk = (line: ChangeRow, row: RefusedAskRow | undefined): boolean =>
  row !== undefined &&
  row.seq === line.seq &&
  isSame(JSON.parse(line.body) as Facts, factsOfRefusedAsk(row));

/** Lines of the first version did not tell when an entry was written down. */
const factsOfEntry = (row: EntryRow, told: Facts): Facts => ({
  ...factsOfColumns(row, ["seq", "id", "recorded_at", "mine", "theirs", "from_me", "note", "salt"]),
  ...sidesOf(row),
  at: instantOf(row.at),
  ...("recordedAt" in told ? { recordedAt: instantOf(row.recorded_at) } : {}),
  posting: { mine: row.mine, theirs: row.theirs },
});

const sidesOf = ({ from_me, partner_id }: EntryRow): Facts => {
  if (from_me === null) return {};
  return from_me === 1 ? { from: "me", to: partner_id } : { from: partner_id, to: "me" };
};

const factsOfRefusedAsk = (row: RefusedAskRow): Facts => ({
  ...factsOfColumns(row, ["seq", "id", "coverage"]),
  shortfall: (JSON.parse(row.coverage) as Coverage).shortfall,
});

/** A column has the name of its fact, but for how words are joined. */
const factsOfColumns = (
  row: Readonly<Record<string, Value>>,
  toldOtherwise: ReadonlyArray<string>,
): Facts =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([column]) => !toldOtherwise.includes(column))
      .map(([column, value]) => [
        column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
        value,
      ]),
  );

/** A fact that only one side has is a difference; one that is null is none. */
const isSame = (told: Facts, kept: Facts): boolean =>
  Object.keys({ ...told, ...kept }).every((key) => asText(told[key]) === asText(kept[key]));

/** A column holds yes and no as 1 and 0. */
const asText = (fact: unknown): string =>
  JSON.stringify(typeof fact === "boolean" ? Number(fact) : (fact ?? null));

/** A note may have been erased. One that is there is the one that was written. */
const isNoteOf = ({ note, salt }: EntryRow, personal: unknown): boolean =>
  note === null ||
  saltedHash(salt ?? "", note) === (personal as { note?: string | null } | undefined)?.note;
