/** What each row of a file will do: pure, so that a preview and a commit cannot differ. */
import type { AppliedRow } from "./ImportStore.ts";
import { partnerOf } from "./Partners.ts";
import {
  changedFieldsOf,
  identityKeysOf,
  isSaidBefore,
  lookupKeysOf,
  partnerUpdatedBy,
} from "./rules.ts";
import type { ImportedPartner, ImportOutcome, ImportRow, Partner, PartnerId } from "./schema.ts";

/** What a row will do. */
export interface RowPlan {
  readonly row: ImportedPartner;
  readonly outcome: ImportOutcome;
  /** Whom the row speaks of; undefined when nobody is known. */
  readonly partner: Partner | undefined;
  readonly saidBefore: ImportedPartner | null;
}

/** A row about someone known, of whom the last file said the same, leaves no trace. */
export const isNews = ({ row, outcome, saidBefore }: RowPlan): boolean =>
  outcome !== "duplicate" && (outcome !== "unchanged" || !isSaidBefore(row, saidBefore));

export const planOf = (
  row: ImportedPartner,
  known: {
    readonly byKey: ReadonlyMap<string, Partner>;
    readonly said: ReadonlyMap<PartnerId, ImportedPartner>;
    readonly seen: SeenPeople;
  },
): RowPlan => {
  const partner = lookupKeysOf(row)
    .map((key) => known.byKey.get(key))
    .find((candidate) => candidate !== undefined);
  const saidBefore = (partner && known.said.get(partner.id)) ?? null;
  if (known.seen.isAgain(row, partner)) return { row, outcome: "duplicate", partner, saidBefore };
  if (partner === undefined) return { row, outcome: "new", partner, saidBefore };
  const after = partnerUpdatedBy(partner, row, saidBefore);
  const isChanged = changedFieldsOf(partner, after).length > 0;
  return { row, outcome: isChanged ? "updated" : "unchanged", partner, saidBefore };
};

export const previewOf = ({ row, outcome, partner }: RowPlan): Omit<ImportRow, "warnings"> => ({
  row: row.row,
  outcome,
  name: row.name,
  organisation: row.organisation ?? "",
  partnerId: partner?.id ?? null,
});

export const madeBy = (
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

export const changedBy = (
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

/** Of several partners with one key, the one that came first. */
export const firstByKey = (partners: ReadonlyArray<Partner>): ReadonlyMap<string, Partner> => {
  const byKey = new Map<string, Partner>();
  for (const partner of partners) {
    for (const key of identityKeysOf(partner)) if (!byKey.has(key)) byKey.set(key, partner);
  }
  return byKey;
};

export interface SeenPeople {
  /** Whether an earlier row spoke of the same person. Remembers the row. */
  readonly isAgain: (row: ImportedPartner, partner: Partner | undefined) => boolean;
}

/** The people of the rows so far, so that a file that names someone twice makes one partner. */
export const makeSeenPeople = (): SeenPeople => {
  const keys = new Set<string>();
  const partnerIds = new Set<PartnerId>();
  return {
    isAgain: (row, partner) => {
      const isKnown = lookupKeysOf(row).some((key) => keys.has(key));
      const isAgain = isKnown || (partner !== undefined && partnerIds.has(partner.id));
      for (const key of identityKeysOf(row)) keys.add(key);
      if (partner !== undefined) partnerIds.add(partner.id);
      return isAgain;
    },
  };
};

/** What undo needs of a row. Notes can be long, and no file speaks of them. */
export const withoutNotes = (applied: AppliedRow): AppliedRow => ({
  ...applied,
  before: applied.before === null ? null : { ...applied.before, notes: "" },
  after: { ...applied.after, notes: "" },
});
