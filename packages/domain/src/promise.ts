/** The verbs of a ledger for callers who do not use Effect: promises in, promises out. */
import type * as Effect from "effect/Effect";
import * as ManagedRuntime from "effect/ManagedRuntime";
import type { Terms } from "./equity/EquityStore.ts";
import { RelationshipEquity } from "./equity/RelationshipEquity.ts";
import {
  type Ask,
  AskDraft,
  AskId,
  AskQuestion,
  type Coverage,
  EntryId,
  GrantDraft,
  type Reversal,
  ReversalDraft,
  type Statement,
  type Transfer,
  TransferDraft,
} from "./equity/schema.ts";
import { layerMemory } from "./memory/index.ts";
import { Partners } from "./partner/Partners.ts";
import { type Partner, PartnerDraft, PartnerId } from "./partner/schema.ts";
import type { Plain } from "./input/plain.ts";
import { Instant } from "./time/schema.ts";

/**
 * A workspace in memory. Every verb parses what it is given: input that does not fit rejects with a
 * `ZodError`, a refusal rejects with the domain's error (`_tag`, and a message with the next step).
 */
export interface Workspace extends AsyncDisposable {
  readonly addPartner: (draft: Plain<PartnerDraft>) => Promise<Partner>;
  readonly record: (draft: Plain<TransferDraft>) => Promise<Transfer>;
  readonly reverse: (entryId: string, draft?: Plain<ReversalDraft>) => Promise<Reversal>;
  readonly coverage: (question: Plain<AskQuestion>) => Promise<Coverage>;
  /** Rejects with `AskNotCovered` when the ask is not earned. */
  readonly ask: (draft: Plain<AskDraft>) => Promise<Ask>;
  readonly grant: (askId: string, draft?: Plain<GrantDraft>) => Promise<Ask>;
  readonly decline: (askId: string) => Promise<Ask>;
  readonly withdraw: (askId: string) => Promise<Ask>;
  readonly statement: (partnerId: string, at?: string) => Promise<Statement>;
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
    statement: async (partnerId, at) => {
      const id = PartnerId.parse(partnerId);
      const instant = at === undefined ? null : Instant.parse(at);
      return equity(({ statement }) => statement(id, instant));
    },
    [Symbol.asyncDispose]: () => runtime.dispose(),
  };
};
