/** Made-up people and facts for the contract. */
import { EquityStore, RelationshipEquity as Equity, type Snapshot } from "@comity/domain/equity";
import type { AskDraft, TransferDraft } from "@comity/domain/equity/schema";
import type { Plain } from "@comity/domain/input/plain";
import { Partners } from "@comity/domain/partner";
import type { ImportedPartner, PartnerDraft, PartnerId } from "@comity/domain/partner/schema";
import * as Effect from "effect/Effect";

export const added = (draft: Plain<PartnerDraft>) =>
  Partners.use((partners) => partners.add(draft as PartnerDraft));

export const given = (partnerId: PartnerId, draft: Partial<Plain<TransferDraft>> = {}) =>
  Equity.use((equity) =>
    equity.record({
      from: "me",
      to: partnerId,
      benefit: "M",
      cost: "S",
      ...draft,
    } as TransferDraft),
  );

export const asked = (partnerId: PartnerId, draft: Partial<Plain<AskDraft>> = {}) =>
  Equity.use((equity) =>
    equity.ask({ partnerId, what: "An introduction", cost: 1, ...draft } as AskDraft),
  );

export const equityOf = (partnerId: PartnerId, at: string | null = null) =>
  Effect.map(
    Equity.use((equity) => equity.statement(partnerId, at as never)),
    (statement) => statement.equity,
  );

export const snapshotOf = (partnerId: PartnerId) =>
  Effect.map(
    EquityStore.use((store) => store.snapshot(partnerId, Date.now())),
    (snapshot) => snapshot as Snapshot,
  );

export const rowsOf = (count: number, from = 0): ReadonlyArray<ImportedPartner> =>
  Array.from({ length: count }, (_, index) => ({
    row: index + 2,
    name: `Person ${String(index + from).padStart(5, "0")}`,
    organisation: `Firm ${(index + from) % 7}`,
    role: "Founder",
    links: [`https://www.linkedin.com/in/person-${index + from}`],
    knownSince: "2024-03-12" as never,
  }));
