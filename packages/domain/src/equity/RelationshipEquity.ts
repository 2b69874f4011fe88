import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { IdSource } from "../identity/IdSource.ts";
import { type InputInvalid, invalid } from "../input/errors.ts";
import type { CursorInvalid } from "../page/errors.ts";
import type { Page, PageRequest } from "../page/page.ts";
import { PartnerNotFound } from "../partner/errors.ts";
import type { PartnerId } from "../partner/schema.ts";
import { dayOf, instantOf, msOf, nowMs, whenMs } from "../time/moments.ts";
import type { Instant, When } from "../time/schema.ts";
import { EquityStore, type Snapshot, type Terms } from "./EquityStore.ts";
import {
  AskConflict,
  AskNotCovered,
  AskNotFound,
  AskRefusedBefore,
  EntryConflict,
  EntryNotFound,
} from "./errors.ts";
import {
  accountAfter,
  accountAt,
  accountOf,
  type CurvePoint,
  curveOf,
  dayMs,
  epOf,
  equityOf,
  mayAsk,
  reversedPosting,
  trustOf,
} from "./rules.ts";
import {
  askOf,
  grantedTransfer,
  isGift,
  partnerIdOf,
  sameAsk,
  sameReversal,
  sameTransfer,
  standingOfAccounts,
  statementOf,
  stepsOf,
  transferOf,
} from "./drafts.ts";
import type {
  Ask,
  AskDraft,
  AskId,
  AskQuestion,
  AskState,
  Coverage,
  Entry,
  EntryId,
  GrantDraft,
  Posting,
  Reversal,
  ReversalDraft,
  Standing,
  Statement,
  StatementSeries,
  Transfer,
  TransferDraft,
} from "./schema.ts";

/** A clock that runs a little ahead is no reason to refuse a fact. */
const futureMsMax = 5 * 60_000;

/** Nothing that anybody remembers happened before this. */
const earliestMs = -2_208_988_800_000;

/** Above this many steps in a window, the curve shows samples only. */
const stepsMax = 400;

/** Neither a step, nor the point that stands before one. */
const isSample = (points: ReadonlyArray<CurvePoint>, index: number): boolean =>
  (points[index]?.step ?? null) === null && (points[index + 1]?.step ?? null) === null;

/** A bank account of goodwill per partner: give first, and ask only for what was earned. */
export class RelationshipEquity extends Context.Service<
  RelationshipEquity,
  {
    /** Writes down a gift in either direction. The same id with the same content is the same entry again. */
    readonly record: (
      draft: TransferDraft,
    ) => Effect.Effect<Transfer, PartnerNotFound | EntryConflict | InputInvalid>;
    /** Takes an entry back, at the instant of the entry (DESIGN ruling 9). */
    readonly reverse: (
      entryId: EntryId,
      draft: ReversalDraft,
    ) => Effect.Effect<Reversal, EntryNotFound | EntryConflict | PartnerNotFound>;
    /** Whether an ask would be earned now, with what would earn it. Keeps nothing. */
    readonly coverage: (question: AskQuestion) => Effect.Effect<Coverage, PartnerNotFound>;
    /** Opens an ask if it is earned, judged in the same transaction. While open it holds a part of the standing. */
    readonly ask: (
      draft: AskDraft,
    ) => Effect.Effect<
      Ask,
      AskNotCovered | AskRefusedBefore | AskConflict | AskNotFound | PartnerNotFound
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
    readonly askById: (askId: AskId) => Effect.Effect<Ask, AskNotFound>;
    readonly asks: (
      partnerId: PartnerId,
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
    /** Where I stand with each of these partners now, in their order. Reads no entries. */
    readonly standings: (
      partnerIds: ReadonlyArray<PartnerId>,
    ) => Effect.Effect<ReadonlyArray<Standing>>;
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
      const ids = yield* IdSource;

      const mustExist = Effect.fnUntraced(function* (partnerId: PartnerId) {
        if (!(yield* store.hasPartner(partnerId))) {
          return yield* new PartnerNotFound({ partnerId });
        }
      });

      const snapshotOf = Effect.fnUntraced(function* (partnerId: PartnerId) {
        return (yield* store.snapshot(partnerId)) ?? (yield* new PartnerNotFound({ partnerId }));
      });

      /** A back-dated entry re-folds its account; any other is one step from where the account stands. */
      const accountsWith = Effect.fnUntraced(function* (
        entry: Entry,
        { accounts, terms: { policy } }: Snapshot,
      ) {
        const atMs = msOf(entry.at);
        const { mine, theirs } = entry.posting;
        if (atMs >= accounts.mine.atMs) {
          return {
            mine: accountAfter(accounts.mine, { atMs, amount: mine }, policy),
            theirs: accountAfter(accounts.theirs, { atMs, amount: theirs }, policy),
          };
        }
        const earlier = yield* store.postings(entry.partnerId, Number.POSITIVE_INFINITY);
        const all = [...earlier, { ...entry.posting, atMs }];
        const folded = (amountOf: (posting: Posting) => number) =>
          accountOf(
            all.map((posting) => ({ atMs: posting.atMs, amount: amountOf(posting) })),
            policy,
          );
        return {
          mine: folded((posting) => posting.mine),
          theirs: folded((posting) => posting.theirs),
        };
      });

      const append = Effect.fnUntraced(function* (entry: Entry, gifts: number, snapshot: Snapshot) {
        const accounts = yield* accountsWith(entry, snapshot);
        yield* store.append(entry, { ...accounts, gifts: snapshot.accounts.gifts + gifts });
      });

      const momentOf = Effect.fnUntraced(function* (
        when: When | undefined,
        nowAtMs: number,
        terms: Terms,
      ) {
        if (when === undefined) return nowAtMs;
        const atMs = whenMs(when, terms.timeZone);
        // A day means its noon. "Today", said in the morning, has begun, so it happened by now.
        const isThisMorning = atMs > nowAtMs && dayOf(nowAtMs, terms.timeZone) === when;
        if (isThisMorning) return nowAtMs;
        if (atMs > nowAtMs + futureMsMax) {
          return yield* invalid(
            "/at",
            "in-the-future",
            "This has not happened yet. Give a moment that has passed.",
          );
        }
        if (atMs < earliestMs)
          return yield* invalid("/at", "too-early", "Give a moment after 1900.");
        return atMs;
      });

      const record = Effect.fn("RelationshipEquity.record")(function* (draft: TransferDraft) {
        const partnerId = yield* partnerIdOf(draft);
        const id = draft.id ?? ((yield* ids.next) as EntryId);
        const nowAtMs = yield* nowMs;
        return yield* store.atomically(
          Effect.gen(function* () {
            const snapshot = yield* snapshotOf(partnerId);
            const known = draft.id === undefined ? undefined : yield* store.entryById(draft.id);
            const atMs = yield* momentOf(draft.at, nowAtMs, snapshot.terms);
            const made = transferOf({ ...draft, id }, partnerId, { atMs, nowAtMs }, snapshot.terms);
            if (known !== undefined)
              return yield* sameTransfer(known, made, draft.at, snapshot.terms.timeZone);
            yield* append(made, isGift(made) ? 1 : 0, snapshot);
            return made;
          }),
        );
      });

      const reverse = Effect.fn("RelationshipEquity.reverse")(function* (
        entryId: EntryId,
        draft: ReversalDraft,
      ) {
        const id = draft.id ?? ((yield* ids.next) as EntryId);
        const recordedAt = instantOf(yield* nowMs);
        return yield* store.atomically(
          Effect.gen(function* () {
            const entry = yield* store.entryById(entryId);
            if (entry === undefined) return yield* new EntryNotFound({ entryId });
            const known = yield* store.entryById(id);
            if (known !== undefined) return yield* sameReversal(known, entryId, draft);
            const isTaken = (yield* store.reversalOf(entryId)) !== undefined;
            if (isTaken || entry.kind === "reversal") {
              return yield* new EntryConflict({ entryId, field: "reverses" });
            }
            const reversal: Reversal = {
              kind: "reversal",
              id,
              partnerId: entry.partnerId,
              at: entry.at,
              recordedAt,
              note: draft.note ?? "",
              posting: reversedPosting(entry.posting),
              reverses: entryId,
            };
            const snapshot = yield* snapshotOf(entry.partnerId);
            yield* append(reversal, isGift(entry) ? -1 : 0, snapshot);
            return reversal;
          }),
        );
      });

      /** My account at an instant: from where it stands, or folded anew for one that has passed. */
      const accountOn = Effect.fnUntraced(function* (
        partnerId: PartnerId,
        atMs: number,
        { accounts, terms: { policy } }: Snapshot,
      ) {
        if (atMs >= accounts.mine.atMs) return accountAt(accounts.mine, atMs, policy);
        const earlier = yield* store.postings(partnerId, atMs);
        const amounts = earlier.map((one) => ({ atMs: one.atMs, amount: one.mine }));
        return accountAt(accountOf(amounts, policy), atMs, policy);
      });

      const judge = Effect.fnUntraced(function* (
        question: AskQuestion,
        atMs: number,
        snapshot: Snapshot,
      ) {
        const account = yield* accountOn(question.partnerId, atMs, snapshot);
        return mayAsk(
          {
            equity: equityOf(account),
            reserved: snapshot.reserved,
            cost: epOf(question.cost),
            offer: epOf(question.offer ?? 0),
            trust: trustOf(0, 0),
            evidence: "estimated",
            gifts: snapshot.accounts.gifts,
            firstAsk: !snapshot.hasAsked,
          },
          snapshot.terms.policy,
        );
      });

      const coverage = Effect.fn("RelationshipEquity.coverage")(function* (question: AskQuestion) {
        return yield* judge(question, yield* nowMs, yield* snapshotOf(question.partnerId));
      });

      /** The refusal is kept, so it has to be committed before it is raised. */
      const judged = Effect.fnUntraced(function* (draft: AskDraft, id: AskId, atMs: number) {
        const { partnerId } = draft;
        const snapshot = yield* snapshotOf(partnerId);
        if (draft.id !== undefined) {
          if (yield* store.isRefused(id)) return yield* new AskRefusedBefore({ askId: id });
          const known = yield* store.askById(id);
          if (known !== undefined) return yield* sameAsk(known, draft);
        }
        if (draft.overrides !== undefined && !(yield* store.isRefused(draft.overrides))) {
          return yield* new AskNotFound({ askId: draft.overrides });
        }
        const { terms } = snapshot;
        const verdict = yield* judge(draft, atMs, snapshot);
        const { policyVersion } = terms;
        if (verdict.verdict === "not-yet" && draft.overrideReason === undefined) {
          const cost = epOf(draft.cost);
          const offer = epOf(draft.offer ?? 0);
          yield* store.refuseAsk({ id, partnerId, cost, offer, coverage: verdict, policyVersion });
          const { waitDays } = verdict;
          const coveredFromMs = waitDays === null ? null : Math.ceil(atMs + waitDays * dayMs);
          return new AskNotCovered({
            askId: id,
            partnerId,
            what: draft.what,
            cost,
            offer,
            coverage: verdict,
            coveredFromMs,
          });
        }
        return yield* store.openAsk(askOf(draft, id, { verdict, atMs, terms }));
      });

      const ask = Effect.fn("RelationshipEquity.ask")(function* (draft: AskDraft) {
        const id = draft.id ?? ((yield* ids.next) as AskId);
        const outcome = yield* store.atomically(judged(draft, id, yield* nowMs));
        return outcome instanceof AskNotCovered ? yield* outcome : outcome;
      });

      const askById = Effect.fn("RelationshipEquity.askById")(function* (askId: AskId) {
        return (yield* store.askById(askId)) ?? (yield* new AskNotFound({ askId }));
      });

      /** Ending an ask the same way again is the same result again. */
      const close = Effect.fnUntraced(function* (askId: AskId, state: "declined" | "withdrawn") {
        const closedAt = instantOf(yield* nowMs);
        return yield* store.atomically(
          Effect.gen(function* () {
            const before = yield* askById(askId);
            if (before.state === state) return before;
            if (before.state !== "open") return yield* new AskConflict({ askId, field: "state" });
            const after: Ask = { ...before, state, closedAt };
            yield* store.closeAsk(before, after);
            return after;
          }),
        );
      });

      const grant = Effect.fn("RelationshipEquity.grant")(function* (
        askId: AskId,
        draft: GrantDraft,
      ) {
        const entryId = draft.entryId ?? ((yield* ids.next) as EntryId);
        const nowAtMs = yield* nowMs;
        return yield* store.atomically(
          Effect.gen(function* () {
            const before = yield* askById(askId);
            if (before.state === "granted" && draft.entryId === undefined) return before;
            const isAgain = before.state === "granted" && draft.entryId === before.entryId;
            if (before.state !== "open" && !isAgain) {
              return yield* new AskConflict({ askId, field: "state" });
            }
            const snapshot = yield* snapshotOf(before.partnerId);
            const { terms } = snapshot;
            const atMs = yield* momentOf(draft.at, nowAtMs, terms);
            const entry = grantedTransfer(before, { ...draft, entryId }, { atMs, nowAtMs }, terms);
            const known = yield* store.entryById(entryId);
            if (known !== undefined) {
              if (!isAgain) return yield* new EntryConflict({ entryId, field: "askId" });
              yield* sameTransfer(known, entry, draft.at, terms.timeZone);
              return before;
            }
            const after: Ask = {
              ...before,
              state: "granted",
              closedAt: instantOf(nowAtMs),
              entryId,
            };
            yield* append(entry, 0, snapshot);
            yield* store.closeAsk(before, after);
            return after;
          }),
        );
      });

      const asks = Effect.fn("RelationshipEquity.asks")(function* (
        partnerId: PartnerId,
        request: PageRequest & { readonly state: AskState | null },
      ) {
        yield* mustExist(partnerId);
        return yield* store.asks(partnerId, request);
      });

      const entries = Effect.fn("RelationshipEquity.entries")(function* (
        partnerId: PartnerId,
        request: PageRequest,
      ) {
        yield* mustExist(partnerId);
        return yield* store.entries(partnerId, request);
      });

      const statement = Effect.fn("RelationshipEquity.statement")(function* (
        partnerId: PartnerId,
        at: Instant | null,
      ) {
        const snapshot = yield* snapshotOf(partnerId);
        const atMs = at === null ? yield* nowMs : msOf(at);
        const account = yield* accountOn(partnerId, atMs, snapshot);
        return statementOf(partnerId, atMs, account, snapshot);
      });

      const standings = Effect.fn("RelationshipEquity.standings")(function* (
        partnerIds: ReadonlyArray<PartnerId>,
      ) {
        const { policy } = yield* store.terms;
        const atMs = yield* nowMs;
        const found = yield* store.standings(partnerIds);
        return partnerIds.flatMap((partnerId, index) => {
          const one = found[index];
          return one === undefined ? [] : [standingOfAccounts({ partnerId, atMs, ...one }, policy)];
        });
      });

      const series = Effect.fn("RelationshipEquity.series")(function* (
        partnerId: PartnerId,
        window: {
          readonly from: Instant | null;
          readonly to: Instant | null;
          readonly samples: number;
        },
      ) {
        yield* mustExist(partnerId);
        const { policy } = yield* store.terms;
        const toMs = window.to === null ? yield* nowMs : msOf(window.to);
        const postings = yield* store.postings(partnerId, toMs);
        const fromMs = window.from === null ? (postings[0]?.atMs ?? toMs) : msOf(window.from);
        if (fromMs > toMs) {
          return yield* invalid("/from", "after-to", "`from` must not come after `to`.");
        }
        const steps = stepsOf(postings);
        const isCrowded = steps.filter(({ atMs }) => atMs >= fromMs).length > stepsMax;
        const points = curveOf(steps, { fromMs, toMs, samples: window.samples }, policy);
        return {
          partnerId,
          from: instantOf(fromMs),
          to: instantOf(toMs),
          points: points
            .filter((_, index) => !isCrowded || isSample(points, index))
            .map((point) => ({
              at: instantOf(point.atMs),
              principal: point.principal,
              interest: point.interest,
              equity: equityOf(point),
              entryId: point.step === null ? null : (steps[point.step]?.entryId ?? null),
            })),
        } satisfies StatementSeries;
      });

      return RelationshipEquity.of({
        record,
        reverse,
        coverage,
        ask,
        grant,
        decline: (askId) => close(askId, "declined"),
        withdraw: (askId) => close(askId, "withdrawn"),
        askById,
        asks,
        entries,
        statement,
        standings,
        series,
      });
    }),
  );
}
