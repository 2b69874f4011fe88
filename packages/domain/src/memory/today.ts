/** Contacts, rhythms, answers about yourself, and what Today is made of, over plain maps. */
import * as Effect from "effect/Effect";
import { ContactStore } from "../contact/ContactStore.ts";
import type { Terms } from "../equity/EquityStore.ts";
import { type KeptRhythm, RhythmStore } from "../equity/rhythm/RhythmStore.ts";
import { partnerPreset } from "../equity/rules.ts";
import type { Ask } from "../equity/schema.ts";
import type { Candidate } from "../introduction/rules.ts";
import type { Partner, PartnerId } from "../partner/schema.ts";
import { StrategyStore } from "../strategy/StrategyStore.ts";
import { msOf } from "../time/moments.ts";
import { TodayStore, type WaitingAsk } from "../today/TodayStore.ts";
import { type Rollback } from "./rollback.ts";
import { newestFirst, pageOf, type Tables, textOrder, workspaceKey } from "./tables.ts";

const contactsOf = ({ contacts }: Tables, partnerId: PartnerId) =>
  contacts
    .all()
    .filter((contact) => contact.partnerId === partnerId)
    .toSorted(newestFirst(({ at }) => msOf(at)));

const isInUse = ({ archivedAt }: Partner): boolean => archivedAt === null;

export const contactStoreOf = (
  { atomically }: Rollback,
  tables: Tables,
  { timeZone }: Pick<Terms, "timeZone">,
) => {
  const { contacts, partners } = tables;
  return ContactStore.of({
    atomically,
    timeZone: Effect.succeed(timeZone),
    hasPartner: (partnerId) => Effect.sync(() => partners.get(partnerId) !== undefined),
    byId: (contactId) => Effect.sync(() => contacts.get(contactId)),
    insert: (added) =>
      Effect.sync(() => {
        for (const contact of added) contacts.set(contact.id, contact);
      }),
    remove: ({ id }) => Effect.sync(() => contacts.delete(id)),
    page: (partnerId, request) =>
      Effect.suspend(() => pageOf(contactsOf(tables, partnerId), request)),
  });
};

export const rhythmStoreOf = (tables: Tables) => {
  const { partners, accounts, contacts, choices } = tables;
  const hasHistory = (partnerId: PartnerId): boolean =>
    accounts.get(partnerId) !== undefined ||
    contacts.all().some((contact) => contact.partnerId === partnerId);
  const rhythmOf = (partnerId: PartnerId): KeptRhythm => {
    const partner = partners.get(partnerId);
    const account = accounts.get(partnerId);
    const policy = (choices.get(partnerId) ?? choices.get(workspaceKey))?.policy;
    const [last] = contactsOf(tables, partnerId);
    return {
      circle: partner?.circle ?? null,
      cadenceDays: partner?.cadenceDays ?? null,
      policyDays: (policy ?? partnerPreset).cadenceDays,
      lastGiftMs: account?.lastGiftMs ?? null,
      lastEntryMs: account?.lastContactMs ?? null,
      lastContact: last === undefined ? null : { atMs: msOf(last.at), by: last.by },
    };
  };
  return RhythmStore.of({
    withHistory: (after, limit) =>
      Effect.sync(() =>
        partners
          .all()
          .filter((partner) => isInUse(partner) && hasHistory(partner.id))
          .map(({ id }) => id)
          .filter((id) => after === null || id > after)
          .toSorted(textOrder)
          .slice(0, limit),
      ),
    withoutHistory: (limit) =>
      Effect.sync(() =>
        partners
          .all()
          .filter((partner) => isInUse(partner) && !hasHistory(partner.id))
          .toReversed()
          .slice(0, limit)
          .map(({ id }) => id),
      ),
    rhythms: (partnerIds) => Effect.sync(() => partnerIds.map(rhythmOf)),
    contactTimes: (partnerId) =>
      Effect.sync(() =>
        contactsOf(tables, partnerId)
          .map(({ at }) => msOf(at))
          .toReversed(),
      ),
  });
};

export const strategyStoreOf = ({ atomically }: Rollback, { strategy }: Tables) =>
  StrategyStore.of({
    atomically,
    read: Effect.sync(() => strategy.get(workspaceKey)),
    put: (_before, after) => Effect.sync(() => strategy.set(workspaceKey, after)),
  });

export const todayStoreOf = (
  { atomically }: Rollback,
  { partners, asks, acquaintances, snoozes }: Tables,
  { timeZone }: Pick<Terms, "timeZone">,
) => {
  const inUse = () => partners.all().filter(isInUse);
  const isWaiting = (ask: Ask, nowMs: number): boolean => {
    const partner = partners.get(ask.partnerId);
    const isOpen = ask.state === "open" && msOf(ask.expiresAt) > nowMs;
    return isOpen && partner !== undefined && isInUse(partner);
  };
  return TodayStore.of({
    atomically,
    timeZone: Effect.succeed(timeZone),
    partners: Effect.sync(() => inUse().length),
    who: (partnerIds) =>
      Effect.sync(() =>
        partnerIds
          .flatMap((id) => partners.get(id) ?? [])
          .map(({ id, name, organisation }) => ({ id, name, organisation })),
      ),
    waitingAsks: (nowMs, limit) =>
      Effect.sync(() =>
        asks
          .all()
          .filter((ask) => isWaiting(ask, nowMs))
          .map(waitingOf)
          .toSorted((a, b) => a.expiresAtMs - b.expiresAtMs || textOrder(a.askId, b.askId))
          .slice(0, limit),
      ),
    candidates: (limit) =>
      Effect.sync(() =>
        inUse()
          .filter(({ goals }) => goals !== null && goals.length > 0)
          .toSorted((a, b) => textOrder(b.id, a.id))
          .slice(0, limit)
          .map(candidateOf),
      ),
    acquainted: Effect.sync(() =>
      acquaintances.all().map(({ partnerId, otherId }) => [partnerId, otherId] as const),
    ),
    snoozed: (nowMs) =>
      Effect.sync(() =>
        snoozes
          .all()
          .filter(({ untilMs }) => untilMs > nowMs)
          .map(({ card }) => card),
      ),
    snooze: (snooze, nowMs) =>
      Effect.sync(() => {
        for (const { card, untilMs } of snoozes.all()) {
          if (untilMs <= nowMs) snoozes.delete(card);
        }
        snoozes.set(snooze.card, snooze);
      }),
    unsnooze: (card) => Effect.sync(() => snoozes.delete(card)),
  });
};

const candidateOf = (partner: Partner): Candidate => {
  const { id, goals, offers, tags, role, organisation, archivedAt } = partner;
  return { id, goals, offers, tags, role, organisation, archivedAt };
};

const waitingOf = ({ id, partnerId, what, openedAt, expiresAt }: Ask): WaitingAsk => ({
  askId: id,
  partnerId,
  what,
  openedAtMs: msOf(openedAt),
  expiresAtMs: msOf(expiresAt),
});
