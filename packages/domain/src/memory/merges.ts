/** Merges over plain maps: what is the other's moves over, and back. */
import * as Effect from "effect/Effect";
import type { Entry, EntryId } from "../equity/schema.ts";
import { type KeptMerge, MergeStore } from "../partner/MergeStore.ts";
import type { Merge, PartnerId } from "../partner/schema.ts";
import { acquaintedOf, keyOfAcquainted, pairOf } from "./partners.ts";
import { type Acquainted, type Moved, type Tables, textOrder } from "./tables.ts";

export const mergeStoreOf = (tables: Tables) => {
  const { partners, entries, asks, contacts, aliases, said, choices, skipped } = tables;
  const { acquaintances, toldApart, merges, accounts, checkpoints } = tables;

  const given = (moved: Pick<Moved, "entries" | "asks" | "contacts">, to: PartnerId): void => {
    for (const id of moved.entries) {
      const entry = entries.get(id);
      if (entry !== undefined) entries.set(id, entryOf(entry, to));
    }
    for (const id of moved.asks) {
      const ask = asks.get(id);
      if (ask !== undefined) asks.set(id, { ...ask, partnerId: to });
    }
    for (const id of moved.contacts) {
      const contact = contacts.get(id);
      if (contact !== undefined) contacts.set(id, { ...contact, partnerId: to });
    }
  };

  /** What takes an entry back, and what stands in its place since, goes where that one goes. */
  const withWhatTakesThemBack = (ids: ReadonlyArray<EntryId>): ReadonlyArray<EntryId> => {
    const all = new Set(ids);
    // An entry comes after what it takes back.
    for (const entry of entries.all()) {
      const earlier =
        entry.kind === "reversal"
          ? entry.reverses
          : entry.kind === "transfer"
            ? entry.corrects
            : null;
      if (earlier !== null && all.has(earlier)) all.add(entry.id);
    }
    return [...all];
  };

  const besideOf = (otherId: PartnerId) => ({
    said: said.entries().filter(([key]) => key.startsWith(`${otherId}/`)),
    choice: choices.get(otherId),
    isSkipped: skipped.get(otherId) !== undefined,
    acquainted: acquaintances
      .all()
      .filter((one) => one.partnerId === otherId || one.otherId === otherId),
    toldApart: toldApart.all().filter((pair) => pair.includes(otherId)),
  });

  const forget = (otherId: PartnerId, beside: ReturnType<typeof besideOf>): void => {
    partners.delete(otherId);
    accounts.delete(otherId);
    checkpoints.delete(otherId);
    choices.delete(otherId);
    skipped.delete(otherId);
    for (const [key] of beside.said) said.delete(key);
    for (const one of beside.acquainted) acquaintances.delete(keyOfAcquainted(one));
    for (const pair of beside.toldApart) toldApart.delete(pair.join(" "));
  };

  /** The same, about the partner that stays. Nobody is their own acquaintance. */
  const acquire = (found: ReadonlyArray<Acquainted>, { partnerId, otherId }: Merge) => {
    const swap = (id: PartnerId): PartnerId => (id === otherId ? partnerId : id);
    return found.flatMap((one) => {
      const next = acquaintedOf({
        ...one,
        partnerId: swap(one.partnerId),
        otherId: swap(one.otherId),
      });
      const key = keyOfAcquainted(next);
      if (next.partnerId === next.otherId || acquaintances.get(key) !== undefined) return [];
      acquaintances.set(key, next);
      return [key];
    });
  };

  const tellApart = (
    found: ReadonlyArray<readonly [PartnerId, PartnerId]>,
    { partnerId, otherId }: Merge,
  ) =>
    found.flatMap((pair) => {
      const third = pair.find((id) => id !== otherId) ?? partnerId;
      const next = pairOf(partnerId, third);
      const key = next.join(" ");
      if (third === partnerId || toldApart.get(key) !== undefined) return [];
      toldApart.set(key, next);
      return [key];
    });

  const copySaid = (found: Moved["said"], partnerId: PartnerId) =>
    found.flatMap(([key, what]) => {
      const copy = `${partnerId}/${key.split("/")[1] ?? ""}`;
      if (said.get(copy) !== undefined) return [];
      said.set(copy, what);
      return [copy];
    });

  const join = (merge: KeptMerge): void => {
    const { partnerId, otherId, after } = merge;
    const ofOther = { entries: idsOf(entries.all(), otherId), asks: idsOf(asks.all(), otherId) };
    const moved = { ...ofOther, contacts: idsOf(contacts.all(), otherId) };
    const inOrder = partners.entries().map(([id]) => id);
    const ledTo = aliases
      .entries()
      .filter(([, to]) => to === otherId)
      .map(([id]) => id);
    const beside = besideOf(otherId);
    given(moved, partnerId);
    for (const id of [...ledTo, otherId]) aliases.set(id, partnerId);
    forget(otherId, beside);
    partners.set(partnerId, after);
    merges.set(merge.id, {
      merge,
      moved: {
        ...moved,
        ...beside,
        before: inOrder.slice(0, inOrder.indexOf(otherId)),
        aliases: ledTo,
        saidCopied: copySaid(beside.said, partnerId),
        acquired: acquire(beside.acquainted, merge),
        newlyToldApart: tellApart(beside.toldApart, merge),
      },
    });
  };

  const part = (merge: KeptMerge, moved: Moved): void => {
    const { otherId, other } = merge;
    for (const key of moved.acquired) acquaintances.delete(key);
    for (const key of moved.newlyToldApart) toldApart.delete(key);
    for (const key of moved.saidCopied) said.delete(key);
    aliases.delete(otherId);
    for (const id of moved.aliases) aliases.set(id, otherId);
    partners.set(otherId, other);
    // Whoever was added after it stands behind it again.
    for (const [id, partner] of partners.entries()) {
      if (id === otherId || moved.before.includes(id)) continue;
      partners.delete(id);
      partners.set(id, partner);
    }
    given({ ...moved, entries: withWhatTakesThemBack(moved.entries) }, otherId);
    for (const [key, what] of moved.said) said.set(key, what);
    const isThere = (id: PartnerId): boolean => partners.get(id) !== undefined;
    const nowCalled = (id: PartnerId): PartnerId => aliases.get(id) ?? id;
    if (moved.choice !== undefined) choices.set(otherId, moved.choice);
    if (moved.isSkipped) skipped.set(otherId, otherId);
    // Whom the other knew may have become part of another since, or be gone.
    for (const { kind, ...ends } of moved.acquainted) {
      const one = acquaintedOf({
        partnerId: nowCalled(ends.partnerId),
        otherId: nowCalled(ends.otherId),
        kind,
      });
      const isOne = one.partnerId === one.otherId;
      if (!isOne && isThere(one.partnerId) && isThere(one.otherId)) {
        acquaintances.set(keyOfAcquainted(one), one);
      }
    }
    for (const ends of moved.toldApart) {
      const pair = pairOf(nowCalled(ends[0]), nowCalled(ends[1]));
      if (pair[0] !== pair[1] && pair.every(isThere)) toldApart.set(pair.join(" "), pair);
    }
  };

  return MergeStore.of({
    byId: (mergeId) => Effect.sync(() => merges.get(mergeId)?.merge),
    standing: (partnerId) =>
      Effect.sync(() =>
        merges
          .all()
          .map(({ merge }) => merge)
          .filter((merge) => merge.partnerId === partnerId && merge.undoneAt === null)
          .toSorted((a, b) => textOrder(b.mergedAt, a.mergedAt) || textOrder(b.id, a.id)),
      ),
    intoAnother: (partnerId) =>
      Effect.sync(
        () =>
          merges.all().find(({ merge }) => merge.otherId === partnerId && merge.undoneAt === null)
            ?.merge.id,
      ),
    join: (merge) => Effect.sync(() => join(merge)),
    part: (merge, reverted) =>
      Effect.sync(() => {
        const kept = merges.get(merge.id);
        if (kept === undefined) return;
        part(merge, kept.moved);
        partners.set(merge.partnerId, reverted);
        merges.set(merge.id, { ...kept, merge });
      }),
  });
};

const idsOf = <A extends { readonly id: I; readonly partnerId: PartnerId }, I>(
  rows: ReadonlyArray<A>,
  partnerId: PartnerId,
): ReadonlyArray<A["id"]> => rows.filter((row) => row.partnerId === partnerId).map(({ id }) => id);

/** The same entry, with another partner. */
const entryOf = (entry: Entry, partnerId: PartnerId): Entry => {
  if (!("from" in entry)) return { ...entry, partnerId };
  return entry.from === "me"
    ? { ...entry, partnerId, to: partnerId }
    : { ...entry, partnerId, from: partnerId };
};
