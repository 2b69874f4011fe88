import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { randomToken, sha256Hex } from "../../platform/webCrypto.ts";
import { instantOf, nowMs } from "../../time/moments.ts";
import { EquityStore } from "../EquityStore.ts";
import {
  ConfirmationClosed,
  ConfirmationNotFound,
  EntryNotConfirmable,
  EntryNotFound,
} from "../errors.ts";
import { RelationshipEquity } from "../RelationshipEquity.ts";
import { dayMs } from "../rules.ts";
import {
  type ConfirmationAnswer,
  type ConfirmationDraft,
  type ConfirmationLink,
  type ConfirmationPage,
  type ConfirmationToken,
  confirmationDays,
  type EntryId,
  type Transfer,
} from "../schema.ts";
import { type Confirmation, ConfirmationStore } from "./ConfirmationStore.ts";

/** A private link lets a partner say, once and without an account, what a gift meant to them. */
export class Confirmations extends Context.Service<
  Confirmations,
  {
    /** Makes a link about a gift of mine. A newer link about it replaces an older one. */
    readonly link: (
      entryId: EntryId,
      draft: ConfirmationDraft,
    ) => Effect.Effect<ConfirmationLink, EntryNotFound | EntryNotConfirmable>;
    /** All that someone who holds the link may see. */
    readonly page: (
      token: ConfirmationToken,
    ) => Effect.Effect<ConfirmationPage, ConfirmationNotFound>;
    /** Erases the lines of links that nobody can answer any more. */
    readonly forgetClosed: Effect.Effect<void>;
    /** The partner's word replaces the guess. A link is answered once. */
    readonly answer: (
      token: ConfirmationToken,
      answer: ConfirmationAnswer,
    ) => Effect.Effect<ConfirmationPage, ConfirmationNotFound | ConfirmationClosed>;
  }
>()("@comity/domain/equity/confirmation/Confirmations") {
  static readonly layerNoDeps = Layer.effect(
    Confirmations,
    Effect.gen(function* () {
      const store = yield* ConfirmationStore;
      const { atomically, correctionOf, entryById, reversalOf } = yield* EquityStore;
      const { confirm } = yield* RelationshipEquity;

      const wasConfirmed = (entry: Transfer) =>
        entry.evidence === "stated"
          ? Effect.succeed(true)
          : Effect.map(correctionOf(entry.id), (known) => known !== undefined);

      /** A gift of mine that still stands, and about which only I have spoken. */
      const confirmable = Effect.fnUntraced(function* (entryId: EntryId) {
        const entry = yield* entryById(entryId);
        if (entry === undefined) return yield* new EntryNotFound({ entryId });
        const refuse = (why: EntryNotConfirmable["why"]) =>
          new EntryNotConfirmable({ entryId, why });
        if (entry.kind !== "transfer") return yield* refuse("no-gift");
        if (entry.from !== "me") return yield* refuse("not-mine");
        if (yield* wasConfirmed(entry)) return yield* refuse("confirmed");
        if ((yield* reversalOf(entryId)) !== undefined) return yield* refuse("taken-back");
        return entry;
      });

      const link = Effect.fn("Confirmations.link")(function* (
        entryId: EntryId,
        { what }: ConfirmationDraft,
      ) {
        const token = randomToken() as ConfirmationToken;
        const tokenHash = yield* hashOf(token);
        const expiresAtMs = (yield* nowMs) + confirmationDays * dayMs;
        return yield* atomically(
          Effect.gen(function* () {
            yield* confirmable(entryId);
            yield* store.forgetClosed(yield* nowMs);
            yield* store.put({ tokenHash, entryId, what, expiresAtMs, answeredAtMs: null });
            return { entryId, token, path: `/c/${token}`, expiresAt: instantOf(expiresAtMs) };
          }),
        );
      });

      const found = Effect.fnUntraced(function* (tokenHash: string) {
        const kept = yield* store.byHash(tokenHash);
        if (kept === undefined) return yield* new ConfirmationNotFound();
        const isTaken = (yield* reversalOf(kept.entryId)) !== undefined;
        return pageOf(kept, yield* nowMs, isTaken);
      });

      const page = Effect.fn("Confirmations.page")(function* (token: ConfirmationToken) {
        return (yield* found(yield* hashOf(token))).page;
      });

      const answer = Effect.fn("Confirmations.answer")(function* (
        token: ConfirmationToken,
        { benefit }: ConfirmationAnswer,
      ) {
        const tokenHash = yield* hashOf(token);
        return yield* atomically(
          Effect.gen(function* () {
            const { kept, page: shown } = yield* found(tokenHash);
            if (shown.state !== "open")
              return yield* new ConfirmationClosed({ state: shown.state });
            // What can be in the way was looked at above, in the same transaction.
            yield* Effect.orDie(confirm(kept.entryId, { benefit }));
            yield* store.answer(tokenHash, yield* nowMs);
            return { what: null, state: "answered" } satisfies ConfirmationPage;
          }),
        );
      });

      const forgetClosed = Effect.gen(function* () {
        const atMs = yield* nowMs;
        yield* atomically(store.forgetClosed(atMs));
      });

      return Confirmations.of({ link, page, answer, forgetClosed });
    }),
  );
}

const hashOf = (token: string) => Effect.promise(() => sha256Hex(token));

/** What was taken back meanwhile is not asked about any more. */
const pageOf = (kept: Confirmation, nowAtMs: number, isTaken: boolean) => {
  const isAnswered = kept.answeredAtMs !== null;
  const isOver = isTaken || nowAtMs >= kept.expiresAtMs;
  const state = isAnswered ? "answered" : isOver ? "expired" : "open";
  const page: ConfirmationPage = { what: state === "open" ? kept.what : null, state };
  return { kept, page };
};
