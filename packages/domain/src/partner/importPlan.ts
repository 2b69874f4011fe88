/** What each row of a file will do: pure, so that a preview and a commit cannot differ. */
import type { AppliedRow } from "./ImportStore.ts";
import type { KnownPartner } from "./PartnerStore.ts";
import { draftOfRow, partnerOf } from "./Partners.ts";
import {
  changedFieldsOf,
  identityKeysOf,
  isSaidBefore,
  lookupKeysOf,
  newContactsOf,
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
  const isChanged =
    changedFieldsOf(partner, after).length > 0 || newContactsOf(row, saidBefore).length > 0;
  return { row, outcome: isChanged ? "updated" : "unchanged", partner, saidBefore };
};

export const previewOf = ({
  row,
  outcome,
  partner,
  saidBefore,
}: RowPlan): Omit<ImportRow, "warnings"> => ({
  row: row.row,
  outcome,
  name: row.name,
  organisation: row.organisation ?? "",
  partnerId: partner?.id ?? null,
  contacts: outcome === "duplicate" ? 0 : newContactsOf(row, saidBefore).length,
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
  after: partnerOf({ ...draftOfRow(row), id }, at),
  said: row,
  saidBefore: null,
  contacts: [],
});

export const changedBy = (
  { row, outcome, saidBefore }: RowPlan,
  before: Partner,
  at: Partner["updatedAt"],
): AppliedRow => {
  const after = partnerUpdatedBy(before, row, saidBefore);
  const isChanged = changedFieldsOf(before, after).length > 0;
  return {
    row: row.row,
    outcome,
    partnerId: before.id,
    before,
    after: isChanged ? { ...after, updatedAt: at, version: before.version + 1 } : before,
    said: row,
    saidBefore,
    contacts: [],
  };
};

/** Of several partners with one key, the one that came first. */
export const firstByKey = (known: ReadonlyArray<KnownPartner>): ReadonlyMap<string, Partner> => {
  const byKey = new Map<string, Partner>();
  for (const { partner, keys } of known) {
    for (const key of keys) if (!byKey.has(key)) byKey.set(key, partner);
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

/** What undo needs of a row. Notes can be long, and few files speak of them. */
export const withoutSameNotes = (applied: AppliedRow): AppliedRow => {
  const { before, after } = applied;
  if (before === null || before.notes !== after.notes) return applied;
  return { ...applied, before: { ...before, notes: "" }, after: { ...after, notes: "" } };
};
