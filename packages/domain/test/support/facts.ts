/** Drafts beside gifts and asks, and what a refusal names. */
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import type { Terms } from "@comity/domain/equity";
import { dayMs, partnerPreset } from "@comity/domain/equity/rules";
import {
  BreachDraft,
  type EquityPolicy,
  KindDraft,
  KindId,
  OpeningDraft,
} from "@comity/domain/equity/schema";
import { IdSource } from "@comity/domain/identity";
import { layerMemory, storesMemory } from "@comity/domain/memory";
import { domainServices } from "@comity/domain/services";
import { instantOf } from "@comity/domain/time";
import { ana, startMs } from "./sample.ts";

type Given<Schema extends { readonly _zod: { readonly input: unknown } }> = Partial<
  Record<keyof Schema["_zod"]["input"], unknown>
>;

/** I wronged Ana. */
export const breach = (given: Given<typeof BreachDraft> = {}): BreachDraft =>
  BreachDraft.parse({ from: "me", to: ana, size: "S", ...given });

export const opening = (given: Given<typeof OpeningDraft> = {}): OpeningDraft =>
  OpeningDraft.parse({
    partnerId: ana,
    closeness: "distant",
    given: "none",
    received: "none",
    ...given,
  });

export const ownKindId = (number: number): KindId =>
  KindId.parse(`01890a5d-ac96-7000-a000-${number.toString(16).padStart(12, "0")}`);

export const kindDraft = (given: Given<typeof KindDraft> = {}): KindDraft =>
  KindDraft.parse({ use: "deposit", what: "Lent them my van", cost: 4, benefit: 20, ...given });

/** Without grace, so that a threshold is where the formula puts it. */
export const exact = (given: Partial<EquityPolicy> = {}) =>
  layerMemory({ policy: { ...partnerPreset, grace: 0, ...given } });

/** The services, with the ports beneath them in reach. */
export const withStores = (terms: Partial<Terms> = {}) =>
  domainServices.pipe(Layer.provideMerge(storesMemory(terms)), Layer.provide(IdSource.layer));

/** So many days after the start. */
export const day = (number: number): string => instantOf(startMs + number * dayMs);

interface Refused {
  readonly _tag: string;
  readonly field?: string;
  readonly why?: string;
  readonly issues?: ReadonlyArray<{ readonly pointer: string; readonly code: string }>;
}

/** What a refusal is about: its tag, with the field, the reason, or the pointer and code that it names. */
export const refusalOf = <R>(
  effect: Effect.Effect<unknown, { readonly _tag: string }, R>,
): Effect.Effect<string, unknown, R> =>
  Effect.map(Effect.flip(effect), (error) => {
    const { _tag, field, why, issues } = error as Refused;
    const named = issues?.map(({ pointer, code }) => `${pointer} ${code}`).join() ?? field ?? why;
    return named === undefined ? _tag : `${_tag} ${named}`;
  });
