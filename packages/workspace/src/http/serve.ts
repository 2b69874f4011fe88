import { PartnerNotFound, Partners } from "@comity/domain/partner";
import { Idempotency, type KeptAnswer, Transaction } from "@comity/store";
import type * as EffectContext from "effect/Context";
import * as Effect from "effect/Effect";
import type { Context } from "hono";
import type { Services } from "../services.ts";
import { KeyReused } from "./errors.ts";
import { type DomainError, problemOf } from "./problem.ts";
import { badHeader, respond } from "./refusals.ts";

/** What Hono hands each request. */
export interface Env {
  readonly Bindings: { readonly services: EffectContext.Context<Services> };
}

const keyCharactersMax = 255;

const isKey = (key: string): boolean =>
  key.length > 0 && key.length <= keyCharactersMax && /^[\x21-\x7e]+$/.test(key);

export interface Manner {
  /** Works in transactions of its own, so that others can write in between, and rehearses itself. */
  readonly isLong?: boolean;
  /** Keeps nothing, although it is posted. */
  readonly isReading?: boolean;
  /** Answers with a secret, which is not kept under a key either: a retry makes a new one. */
  readonly isSecret?: boolean;
}

/**
 * Runs one verb as one effect, and answers with what it gives or with the problem that it raises.
 * Writes keep an Idempotency-Key, and with `?dryRun=true` they only tell what would happen.
 */
export const serve = async <A extends Response>(
  c: Context<Env>,
  verb: Effect.Effect<A, DomainError, Services>,
  manner: Manner = {},
): Promise<A> => {
  const isTried = c.req.query("dryRun") === "true";
  const answer = Effect.catch(verb, (error) =>
    Effect.map(
      toldWhereTo(error),
      (told) => redirected(c, told) ?? respond(c, problemOf(told, isTried)),
    ),
  );
  // A problem answers for any status that the route declares; its shape is checked over HTTP in the tests.
  return (await Effect.runPromiseWith(c.env.services)(asWanted(c, answer, manner))) as A;
};

/** A partner that was merged is not gone: whoever asks for it is told where it is now. */
const toldWhereTo = (error: DomainError): Effect.Effect<DomainError, never, Services> => {
  if (error._tag !== "PartnerNotFound" || error.partnerId === null) return Effect.succeed(error);
  const { partnerId } = error;
  return Effect.map(
    Partners.use(({ mergedInto }) => mergedInto(partnerId)),
    (mergedInto) => new PartnerNotFound({ partnerId, mergedInto: mergedInto ?? null }),
  );
};

/** An address with the old id leads to the same address with the new one. */
const redirected = (c: Context<Env>, error: DomainError): Response | undefined => {
  if (error._tag !== "PartnerNotFound" || error.mergedInto == null) return undefined;
  const { pathname, search } = new URL(c.req.url);
  const place = `/v1/partners/${error.partnerId}`;
  if (pathname !== place && !pathname.startsWith(`${place}/`)) return undefined;
  const location = pathname.replace(`${error.partnerId}`, error.mergedInto) + search;
  return c.body(null, 307, { location });
};

const asWanted = (
  c: Context<Env>,
  answer: Effect.Effect<Response, never, Services>,
  {
    isLong = false,
    isReading = c.req.method === "GET" || c.req.method === "HEAD",
    isSecret = false,
  }: Manner,
): Effect.Effect<Response, never, Services> => {
  if (isReading) return answer;
  if (c.req.query("dryRun") === "true") return isLong ? marked(answer) : rehearsed(answer);
  const key = c.req.header("idempotency-key");
  if (key === undefined || isSecret) return answer;
  if (!isKey(key)) {
    return Effect.sync(() => badHeader(c, "An Idempotency-Key has 1 to 255 visible characters."));
  }
  return once(c, key, answer, isLong);
};

const marked = (answer: Effect.Effect<Response, never, Services>) =>
  Effect.tap(answer, (response) => Effect.sync(() => response.headers.set("dry-run", "true")));

const rehearsed = (answer: Effect.Effect<Response, never, Services>) =>
  marked(Transaction.use(({ rehearse }) => rehearse(answer)));

/** Answers once per key: the answer is kept in the transaction of the write that it tells of. */
const once = (
  c: Context<Env>,
  key: string,
  answer: Effect.Effect<Response, never, Services>,
  isLong: boolean,
) =>
  Effect.gen(function* () {
    const { byKey, keep, inTurn } = yield* Idempotency;
    const { atomically } = yield* Transaction;
    const fingerprint = yield* fingerprintOf(c);
    const answered = Effect.gen(function* () {
      const known = yield* byKey(key);
      if (known !== undefined) return replayed(c, known, { key, fingerprint });
      const response = yield* answer;
      if (isLasting(response)) yield* keep(key, yield* keptAnswer(response, fingerprint));
      return response;
    });
    return yield* inTurn(key)(isLong ? answered : atomically(answered));
  });

/** What was done stays done. A refusal may not be one the next time: its reason can pass. */
const isLasting = ({ status }: Response): boolean => status < 300;

const replayed = (
  c: Context<Env>,
  known: KeptAnswer,
  { key, fingerprint }: { readonly key: string; readonly fingerprint: string },
): Response => {
  if (known.fingerprint !== fingerprint) return respond(c, problemOf(new KeyReused({ key })));
  return new Response(known.body === "" ? null : known.body, {
    status: known.status,
    headers: { ...known.headers, "idempotent-replayed": "true" },
  });
};

const fingerprintOf = (c: Context<Env>) =>
  Effect.promise(async () => {
    const { pathname, search } = new URL(c.req.url);
    const ifMatch = c.req.header("if-match") ?? "";
    const head = new TextEncoder().encode([c.req.method, pathname, search, ifMatch, ""].join("\n"));
    const said = await new Blob([head, await c.req.arrayBuffer()]).arrayBuffer();
    const digest = await crypto.subtle.digest("SHA-256", said);
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join(
      "",
    );
  });

const keptHeaders = ["content-type", "etag", "location"];

const keptAnswer = (response: Response, fingerprint: string) =>
  Effect.promise(async (): Promise<KeptAnswer> => ({
    fingerprint,
    status: response.status,
    headers: Object.fromEntries(
      keptHeaders.flatMap((name) => {
        const value = response.headers.get(name);
        return value === null ? [] : [[name, value]];
      }),
    ),
    body: await response.clone().text(),
  }));

/** Answers with what the verb gives. */
export const answered = <A extends object>(
  c: Context<Env>,
  verb: Effect.Effect<A, DomainError, Services>,
  manner?: Manner,
) =>
  serve(
    c,
    Effect.map(verb, (found) => c.json(found, 200)),
    manner,
  );

/** Answers with what the verb has made. */
export const made = <A extends object>(
  c: Context<Env>,
  verb: Effect.Effect<A, DomainError, Services>,
  manner?: Manner,
) =>
  serve(
    c,
    Effect.map(verb, (found) => c.json(found, 201)),
    manner,
  );
