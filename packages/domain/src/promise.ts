/** The verbs of a ledger for callers who do not use Effect: promises in, promises out. */
import type * as Effect from "effect/Effect";
import * as ManagedRuntime from "effect/ManagedRuntime";
import { Contacts } from "./contact/Contacts.ts";
import { type Contact, ContactDraft } from "./contact/schema.ts";
import type { Terms } from "./equity/EquityStore.ts";
import { RelationshipEquity } from "./equity/RelationshipEquity.ts";
import {
  type Ask,
  AskDraft,
  AskId,
  AskQuestion,
  type Breach,
  BreachDraft,
  ConfirmDraft,
  type Coverage,
  EntryId,
  GrantDraft,
  type MoveList,
  type Opening,
  OpeningDraft,
  type Projection,
  ProjectionQuestion,
  type RelationshipReading,
  type Reversal,
  ReversalDraft,
  type Statement,
  type Transfer,
  TransferDraft,
} from "./equity/schema.ts";
import { layerMemory } from "./memory/index.ts";
import { MessageDraft, type MessageVerdict } from "./outreach/schema.ts";
import { Partners } from "./partner/Partners.ts";
import { type Partner, PartnerDraft, PartnerId } from "./partner/schema.ts";
import type { Plain } from "./input/plain.ts";
import { Instant } from "./time/schema.ts";
import type { Today } from "./today/schema.ts";
import { TodayCards } from "./today/TodayCards.ts";

/**
 * A workspace in memory. Every verb parses what it is given: input that does not fit rejects with a
 * `ZodError`, a refusal rejects with the domain's error (`_tag`, and a message with the next step).
 */
export interface Workspace extends AsyncDisposable {
  readonly addPartner: (draft: Plain<PartnerDraft>) => Promise<Partner>;
  readonly record: (draft: Plain<TransferDraft>) => Promise<Transfer>;
  readonly reverse: (entryId: string, draft?: Plain<ReversalDraft>) => Promise<Reversal>;
  readonly recordBreach: (draft: Plain<BreachDraft>) => Promise<Breach>;
  /** What stood before the ledger began, where nothing is written down yet. */
  readonly open: (draft: Plain<OpeningDraft>) => Promise<Opening>;
  /** The receiver's word replaces a guess. */
  readonly confirm: (entryId: string, draft: Plain<ConfirmDraft>) => Promise<Transfer>;
  readonly coverage: (question: Plain<AskQuestion>) => Promise<Coverage>;
  /** If this is given now, when may that be asked? */
  readonly project: (question: Plain<ProjectionQuestion>) => Promise<Projection>;
  /** What a message asks for, and whether that is earned. */
  readonly checkMessage: (draft: Plain<MessageDraft>) => Promise<MessageVerdict>;
  /** Rejects with `AskNotCovered` when the ask is not earned. */
  readonly ask: (draft: Plain<AskDraft>) => Promise<Ask>;
  readonly grant: (askId: string, draft?: Plain<GrantDraft>) => Promise<Ask>;
  readonly decline: (askId: string) => Promise<Ask>;
  readonly withdraw: (askId: string) => Promise<Ask>;
  /** That the two of you were in touch, without a gift: it starts the cadence anew. */
  readonly recordContact: (draft: Plain<ContactDraft>) => Promise<Contact>;
  readonly statement: (partnerId: string, at?: string) => Promise<Statement>;
  readonly relationship: (partnerId: string) => Promise<RelationshipReading>;
  /** What is worth doing now, best first, for so much effort in ep. */
  readonly moves: (budget: number, limit?: number) => Promise<MoveList>;
  /** Moves, silences, asks that run out and introductions, as one short list. */
  readonly today: (budget: number, limit?: number) => Promise<Today>;
}

/** Opens a workspace of goodwill in memory, judged by these terms. Dispose of it when done. */
export const openWorkspace = (terms: Partial<Terms> = {}): Workspace => {
  const runtime = ManagedRuntime.make(layerMemory(terms));
  const equity = <A, E>(use: (service: RelationshipEquity["Service"]) => Effect.Effect<A, E>) =>
    runtime.runPromise(RelationshipEquity.use(use));

  return {
    addPartner: async (draft) => {
      const parsed = PartnerDraft.parse(draft);
      return runtime.runPromise(Partners.use(({ add }) => add(parsed)));
    },
    record: async (draft) => {
      const parsed = TransferDraft.parse(draft);
      return equity(({ record }) => record(parsed));
    },
    reverse: async (entryId, draft = {}) => {
      const parsed = ReversalDraft.parse(draft);
      const id = EntryId.parse(entryId);
      return equity(({ reverse }) => reverse(id, parsed));
    },
    recordBreach: async (draft) => {
      const parsed = BreachDraft.parse(draft);
      return equity(({ recordBreach }) => recordBreach(parsed));
    },
    open: async (draft) => {
      const parsed = OpeningDraft.parse(draft);
      return equity(({ open }) => open(parsed));
    },
    confirm: async (entryId, draft) => {
      const parsed = ConfirmDraft.parse(draft);
      const id = EntryId.parse(entryId);
      return equity(({ confirm }) => confirm(id, parsed));
    },
    project: async (question) => {
      const parsed = ProjectionQuestion.parse(question);
      return equity(({ project }) => project(parsed));
    },
    checkMessage: async (draft) => {
      const parsed = MessageDraft.parse(draft);
      return equity(({ checkMessage }) => checkMessage(parsed));
    },
    coverage: async (question) => {
      const parsed = AskQuestion.parse(question);
      return equity(({ coverage }) => coverage(parsed));
    },
    ask: async (draft) => {
      const parsed = AskDraft.parse(draft);
      return equity(({ ask }) => ask(parsed));
    },
    grant: async (askId, draft = {}) => {
      const parsed = GrantDraft.parse(draft);
      const id = AskId.parse(askId);
      return equity(({ grant }) => grant(id, parsed));
    },
    decline: async (askId) => {
      const id = AskId.parse(askId);
      return equity(({ decline }) => decline(id));
    },
    withdraw: async (askId) => {
      const id = AskId.parse(askId);
      return equity(({ withdraw }) => withdraw(id));
    },
    recordContact: async (draft) => {
      const parsed = ContactDraft.parse(draft);
      return runtime.runPromise(Contacts.use(({ record }) => record(parsed)));
    },
    statement: async (partnerId, at) => {
      const id = PartnerId.parse(partnerId);
      const instant = at === undefined ? null : Instant.parse(at);
      return equity(({ statement }) => statement(id, instant));
    },
    relationship: async (partnerId) => {
      const id = PartnerId.parse(partnerId);
      return equity(({ relationship }) => relationship(id));
    },
    moves: (budget, limit = 10) => equity((service) => service.moves(budget, limit)),
    today: (budget, limit = 10) =>
      runtime.runPromise(TodayCards.use((cards) => cards.today(budget, limit))),
    [Symbol.asyncDispose]: () => runtime.dispose(),
  };
};
