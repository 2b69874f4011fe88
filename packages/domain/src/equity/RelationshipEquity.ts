import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { IdSource } from "../identity/IdSource.ts";
import type { InputInvalid } from "../input/errors.ts";
import type { MessageDraft, MessageVerdict } from "../outreach/schema.ts";
import type { CursorInvalid } from "../page/errors.ts";
import type { Page, PageRequest } from "../page/page.ts";
import type { PartnerNotFound } from "../partner/errors.ts";
import type { PartnerId } from "../partner/schema.ts";
import type { Instant } from "../time/schema.ts";
import { EquityStore } from "./EquityStore.ts";
import type {
  AskConflict,
  AskNotCovered,
  AskNotFound,
  AskRefusedBefore,
  EntryConflict,
  EntryNotConfirmable,
  EntryNotFound,
} from "./errors.ts";
import type {
  Ask,
  AskDraft,
  AskId,
  AskQuestion,
  AskState,
  Breach,
  BreachDraft,
  ConfirmDraft,
  Coverage,
  Entry,
  EntryId,
  GrantDraft,
  MoveList,
  Opening,
  OpeningDraft,
  Projection,
  ProjectionQuestion,
  RelationshipReading,
  Reversal,
  ReversalDraft,
  Standing,
  Statement,
  StatementSeries,
  Transfer,
  TransferDraft,
} from "./schema.ts";
import { CatalogueStore } from "./catalogue/CatalogueStore.ts";
import { RhythmStore } from "./rhythm/RhythmStore.ts";
import { askingOver } from "./verbs/asking.ts";
import { groundOver } from "./verbs/ground.ts";
import { projectingOver } from "./verbs/projecting.ts";
import { type RankedBy, rankingOver } from "./verbs/ranking.ts";
import { readingOver } from "./verbs/reading.ts";
import { recordingOver } from "./verbs/recording.ts";
import { relatingOver, type SilenceReading } from "./verbs/relating.ts";

/** A bank account of goodwill per partner: give first, and ask only for what was earned. */
export class RelationshipEquity extends Context.Service<
  RelationshipEquity,
  {
    /** Writes down a gift in either direction. The same id with the same content is the same entry again. */
    readonly record: (
      draft: TransferDraft,
    ) => Effect.Effect<Transfer, PartnerNotFound | EntryConflict | InputInvalid>;
    /** Writes down a wrong in either direction. */
    readonly recordBreach: (
      draft: BreachDraft,
    ) => Effect.Effect<Breach, PartnerNotFound | EntryConflict | InputInvalid>;
    /** Writes down what stood before the ledger began, where nothing is written down yet. */
    readonly open: (
      draft: OpeningDraft,
    ) => Effect.Effect<Opening, PartnerNotFound | EntryConflict | InputInvalid>;
    /** The receiver's word replaces the guess: reversed, and entered again at the same instant as stated. */
    readonly confirm: (
      entryId: EntryId,
      draft: ConfirmDraft,
    ) => Effect.Effect<
      Transfer,
      EntryNotFound | EntryNotConfirmable | EntryConflict | PartnerNotFound
    >;
    /** Takes an entry back, at the instant of the entry (DESIGN ruling 9). */
    readonly reverse: (
      entryId: EntryId,
      draft: ReversalDraft,
    ) => Effect.Effect<Reversal, EntryNotFound | EntryConflict | PartnerNotFound>;
    /** Whether an ask would be earned now, with what would earn it. Keeps nothing. */
    readonly coverage: (
      question: AskQuestion,
    ) => Effect.Effect<Coverage, PartnerNotFound | InputInvalid>;
    /** If this is given now, from when until when is that ask earned? Keeps nothing. */
    readonly project: (
      question: ProjectionQuestion,
    ) => Effect.Effect<Projection, PartnerNotFound | InputInvalid>;
    /** What a message asks for, and whether that is earned. Keeps nothing. */
    readonly checkMessage: (draft: MessageDraft) => Effect.Effect<MessageVerdict, PartnerNotFound>;
    /** Opens an ask if it is earned, judged in the same transaction. While open it holds a part of the standing. */
    readonly ask: (
      draft: AskDraft,
    ) => Effect.Effect<
      Ask,
      AskNotCovered | AskRefusedBefore | AskConflict | AskNotFound | PartnerNotFound | InputInvalid
    >;
    /** They said yes: posts the transfer, and frees what the ask held. */
    readonly grant: (
      askId: AskId,
      draft: GrantDraft,
    ) => Effect.Effect<
      Ask,
      AskNotFound | AskConflict | EntryConflict | InputInvalid | PartnerNotFound
    >;
    /** They said no. */
    readonly decline: (askId: AskId) => Effect.Effect<Ask, AskNotFound | AskConflict>;
    /** You take the ask back. */
    readonly withdraw: (askId: AskId) => Effect.Effect<Ask, AskNotFound | AskConflict>;
    /** A no, or the taking back, was a slip: opens the ask again, if it still is earned. */
    readonly reopen: (
      askId: AskId,
    ) => Effect.Effect<Ask, AskNotFound | AskConflict | AskNotCovered | PartnerNotFound>;
    /** Writes down which asks ran out without an answer. */
    readonly expire: Effect.Effect<void>;
    readonly askById: (askId: AskId) => Effect.Effect<Ask, AskNotFound>;
    /** To a partner, or to everybody (null), the newest first. */
    readonly asks: (
      partnerId: PartnerId | null,
      request: PageRequest & { readonly state: AskState | null },
    ) => Effect.Effect<Page<Ask>, PartnerNotFound | CursorInvalid>;
    readonly entries: (
      partnerId: PartnerId,
      request: PageRequest,
    ) => Effect.Effect<Page<Entry>, PartnerNotFound | CursorInvalid>;
    /** The account with a partner, now or at an instant of the past or future. */
    readonly statement: (
      partnerId: PartnerId,
      at: Instant | null,
    ) => Effect.Effect<Statement, PartnerNotFound>;
    /** Both directions, rhythm, trust and tenure: the relationship beside its balance. */
    readonly relationship: (
      partnerId: PartnerId,
    ) => Effect.Effect<RelationshipReading, PartnerNotFound>;
    /** What is worth doing now, best first, for so much effort (in ep). */
    readonly moves: (budgetEp: number, limit: number) => Effect.Effect<MoveList>;
    /** Partners in use whose cadence has run out, those you keep nearest first. Reads no entries. */
    readonly silences: Effect.Effect<ReadonlyArray<SilenceReading>>;
    /** When the two of us were last in touch, for each of these partners, in their order; null: never. */
    readonly lastContacts: (
      partnerIds: ReadonlyArray<PartnerId>,
    ) => Effect.Effect<ReadonlyArray<Instant | null>>;
    /** Where I stand with each of these partners now, in their order. Reads no entries. */
    readonly standings: (
      partnerIds: ReadonlyArray<PartnerId>,
    ) => Effect.Effect<ReadonlyArray<Standing>>;
    /** Partners in use with an account, in the order of where I stand with them. Reads no entries. */
    readonly ranking: (by: RankedBy) => Effect.Effect<ReadonlyArray<PartnerId>>;
    /** The account as a curve. Without `from` it starts with the first entry. */
    readonly series: (
      partnerId: PartnerId,
      window: {
        readonly from: Instant | null;
        readonly to: Instant | null;
        readonly samples: number;
      },
    ) => Effect.Effect<StatementSeries, PartnerNotFound | InputInvalid>;
  }
>()("@comity/domain/equity/RelationshipEquity") {
  static readonly layerNoDeps = Layer.effect(
    RelationshipEquity,
    Effect.gen(function* () {
      const store = yield* EquityStore;
      const catalogue = yield* CatalogueStore;
      const ids = yield* IdSource;
      const rhythms = yield* RhythmStore;
      const ground = groundOver(store);
      return RelationshipEquity.of({
        ...recordingOver({ store, catalogue, ids }, ground),
        ...askingOver({ store, catalogue, ids }, ground),
        ...projectingOver({ store, catalogue }, ground),
        ...readingOver(store, ground),
        ...relatingOver({ store, rhythms }, ground),
        ...rankingOver({ store, rhythms }),
      });
    }),
  );
}
