/** Partners and imports over plain maps. */
import * as Effect from "effect/Effect";
import type { Contact, ContactId } from "../contact/schema.ts";
import { BulkStore } from "../partner/BulkStore.ts";
import { ImportStore } from "../partner/ImportStore.ts";
import { type PartnerFilter, type PartnerOrder, PartnerStore } from "../partner/PartnerStore.ts";
import {
  blockKeysOf,
  circles,
  foldedOrganisation,
  foldedTag,
  foldedText,
  identityKeysOf,
  isMeant,
} from "../partner/rules.ts";
import type { Circle, ImportedPartner, Partner, PartnerId } from "../partner/schema.ts";
import { instantOf, msOf, nowMs, whenMs } from "../time/moments.ts";
import type { TimeZone } from "../time/schema.ts";
import { type Rollback } from "./rollback.ts";
import { type Acquainted, pageOf, type Tables, textOrder } from "./tables.ts";

const byNameThenId = (a: Partner, b: Partner): number =>
  textOrder(foldedText(a.name), foldedText(b.name)) || textOrder(a.id, b.id);

const byCircle = (a: Partner, b: Partner): number =>
  (a.circle ?? 999) - (b.circle ?? 999) || byNameThenId(a, b);

const rankedOrder = (ranked: ReadonlyArray<PartnerId>) => {
  const places = new Map(ranked.map((id, place) => [id, place]));
  return (a: Partner, b: Partner): number =>
    (places.get(a.id) ?? ranked.length) - (places.get(b.id) ?? ranked.length) || byNameThenId(a, b);
};

const isAcquainted = ({ partnerId, otherId }: Acquainted) => ({
  of: (id: PartnerId): boolean => partnerId === id || otherId === id,
});

/** Keys of very many say nothing. */
const blockMax = 20;

export const partnerStoreOf = ({ atomically }: Rollback, tables: Tables) => {
  const { partners, said, contacts, aliases, acquaintances, toldApart } = tables;
  const { entries, asks, refused, choices, accounts } = tables;

  /** With those that came with partners who became part of it. */
  const keysOf = (partner: Partner): ReadonlyArray<string> => [
    ...identityKeysOf(partner),
    ...tables.merges
      .all()
      .filter(({ merge }) => merge.undoneAt === null && rootOf(merge.otherId) === partner.id)
      .flatMap(({ merge }) => identityKeysOf(merge.other))
      // What another system calls them stands among the fields, where it can be taken away.
      .filter((key) => !key.startsWith("external:")),
  ];
  const rootOf = (partnerId: PartnerId): PartnerId => aliases.get(partnerId) ?? partnerId;

  const added = (): ReadonlyArray<PartnerId> => partners.entries().map(([id]) => id);

  const lastContactMs = (partnerId: PartnerId): number | null =>
    contacts
      .all()
      .filter((contact) => contact.partnerId === partnerId)
      .map(({ at }) => msOf(at))
      .concat(accounts.get(partnerId)?.lastContactMs ?? [])
      .reduce<number | null>((last, ms) => Math.max(last ?? ms, ms), null);

  const silentLongest = (): ReadonlyArray<PartnerId> =>
    partners
      .all()
      .flatMap(({ id }) => {
        const ms = lastContactMs(id);
        return ms === null ? [] : [{ id, ms }];
      })
      .toSorted((a, b) => a.ms - b.ms || textOrder(a.id, b.id))
      .map(({ id }) => id);

  const comparing = (order: PartnerOrder, filter: PartnerFilter) => {
    if (typeof order === "object") return rankedOrder(order.ranked);
    if (order === "last-contact") return rankedOrder(silentLongest());
    if (order === "circle") return byCircle;
    if (order === "added") return rankedOrder(added().toReversed());
    const search = foldedText(filter.search ?? "");
    if (order === "name" || search === "") return byNameThenId;
    const words = search.split(" ");
    const ranks = new Map(partners.all().map((one) => [one.id, rankOfMatch(one, words)]));
    return (a: Partner, b: Partner): number =>
      (ranks.get(a.id) ?? 0) - (ranks.get(b.id) ?? 0) || byNameThenId(a, b);
  };

  /** Whether a list shows a partner. Typing errors are forgiven where nobody in it fits without. */
  const showing = (filter: PartnerFilter): ((partner: Partner) => boolean) => {
    const search = filter.search?.trim() ?? "";
    if (search === "") return (partner) => isShown(partner, filter);
    const words = foldedText(search).split(" ").filter(Boolean);
    if (words.length === 0) return () => false;
    const fitting = (fits: Fits) => (partner: Partner) =>
      isShown(partner, filter) && isMatch(partner, words, fits);
    return partners.all().some(fitting(beginsWith)) ? fitting(beginsWith) : fitting(isMeant);
  };

  const allOf = (filter: PartnerFilter) => partners.all().filter(showing(filter));

  return PartnerStore.of({
    atomically,
    byId: (partnerId) => Effect.sync(() => partners.get(partnerId)),
    byIds: (partnerIds) =>
      Effect.sync(() => partners.all().filter(({ id }) => partnerIds.includes(id))),
    mergedInto: (partnerId) => Effect.sync(() => aliases.get(partnerId)),
    byIdentity: (keys) =>
      Effect.sync(() =>
        partners.all().flatMap((partner) => {
          const carried = keysOf(partner).filter((key) => keys.includes(key));
          return carried.length === 0 ? [] : [{ partner, keys: carried }];
        }),
      ),
    insert: (news) =>
      Effect.sync(() => {
        for (const partner of news) partners.set(partner.id, partner);
      }),
    update: (_before, after) => Effect.sync(() => partners.set(after.id, after)),
    remove: ({ id }) =>
      Effect.sync(() => {
        partners.delete(id);
        for (const [key] of said.entries()) if (key.startsWith(`${id}/`)) said.delete(key);
        for (const [key, one] of acquaintances.entries()) {
          if (isAcquainted(one).of(id)) acquaintances.delete(key);
        }
        for (const [key, pair] of toldApart.entries()) {
          if (pair.includes(id)) toldApart.delete(key);
        }
        for (const [key, { row }] of tables.bulkRows.entries()) {
          if (row.before.id === id) tables.bulkRows.delete(key);
        }
      }),
    isUsed: (partnerId, except = []) =>
      Effect.sync(
        () =>
          choices.get(partnerId) !== undefined ||
          aliases.all().includes(partnerId) ||
          contacts.all().some((one) => one.partnerId === partnerId && !except.includes(one.id)) ||
          [...entries.all(), ...asks.all(), ...refused.all()].some(
            (one) => one.partnerId === partnerId,
          ),
      ),
    page: ({ filter, order, ...request }) =>
      Effect.suspend(() => {
        const sorted = partners.all().toSorted(comparing(order, filter));
        return pageOf(sorted, request, showing(filter));
      }),
    count: (filter) => Effect.sync(() => allOf(filter).length),
    tags: (limit) =>
      Effect.sync(() => {
        const found = new Map<string, { tag: string; partners: number }>();
        for (const { tags } of allOf({})) {
          for (const tag of tags) {
            const before = found.get(foldedTag(tag));
            found.set(foldedTag(tag), {
              tag: before === undefined || tag < before.tag ? tag : before.tag,
              partners: (before?.partners ?? 0) + 1,
            });
          }
        }
        return [...found.values()]
          .toSorted(
            (a, b) => b.partners - a.partners || textOrder(foldedTag(a.tag), foldedTag(b.tag)),
          )
          .slice(0, limit);
      }),
    circleCounts: Effect.sync(() => {
      const inUse = allOf({});
      return Object.fromEntries(
        circles.map((circle) => [circle, inUse.filter((one) => one.circle === circle).length]),
      ) as Record<Circle, number>;
    }),
    acquaintances: (partnerId) =>
      Effect.sync(() =>
        acquaintances
          .all()
          .filter((one) => isAcquainted(one).of(partnerId))
          .flatMap(({ partnerId: oneId, otherId, kind }) => {
            const other = partners.get(oneId === partnerId ? otherId : oneId);
            if (other === undefined) return [];
            const isFrom = oneId === partnerId || kind !== "introduced-by";
            return [{ other, kind: isFrom ? kind : ("introduced" as const) }];
          })
          .toSorted((a, b) => byNameThenId(a.other, b.other) || textOrder(a.kind, b.kind))
          .map(({ other, kind }) => ({
            kind,
            partnerId: other.id,
            name: other.name,
            organisation: other.organisation,
          })),
      ),
    relate: (partnerId, otherId, kind) =>
      Effect.sync(() => {
        const one = acquaintedOf({ partnerId, otherId, kind });
        const isNew = acquaintances.get(keyOfAcquainted(one)) === undefined;
        acquaintances.set(keyOfAcquainted(one), one);
        return isNew;
      }),
    unrelate: (partnerId, otherId, kind) =>
      Effect.sync(() => {
        const key = keyOfAcquainted(acquaintedOf({ partnerId, otherId, kind }));
        const wasSo = acquaintances.get(key) !== undefined;
        acquaintances.delete(key);
        return wasSo;
      }),
    sharingBlocks: (keys, limit) =>
      Effect.sync(() =>
        partners
          .all()
          .filter((partner) => blockKeysOf(partner).some((key) => keys.includes(key)))
          .slice(0, limit),
      ),
    blocks: Effect.sync(() => {
      const found = new Map<string, Array<PartnerId>>();
      for (const partner of allOf({})) {
        for (const key of blockKeysOf(partner)) {
          found.set(key, [...(found.get(key) ?? []), partner.id]);
        }
      }
      return [...found.values()].filter(({ length }) => length >= 2 && length <= blockMax);
    }),
    toldApart: (partnerIds) =>
      Effect.sync(() =>
        toldApart.all().filter((pair) => pair.some((id) => partnerIds.includes(id))),
      ),
    tellApart: (oneId, otherId, areTwo) =>
      Effect.sync(() => {
        const pair = pairOf(oneId, otherId);
        if (areTwo) toldApart.set(pair.join(" "), pair);
        else toldApart.delete(pair.join(" "));
      }),
    catchUp: Effect.void,
  });
};

/** What holds both ways is kept once. */
export const acquaintedOf = (one: Acquainted): Acquainted =>
  one.kind !== "introduced-by" && one.otherId < one.partnerId
    ? { partnerId: one.otherId, otherId: one.partnerId, kind: one.kind }
    : one;

export const keyOfAcquainted = ({ partnerId, otherId, kind }: Acquainted): string =>
  `${partnerId} ${otherId} ${kind}`;

export const pairOf = (a: PartnerId, b: PartnerId): readonly [PartnerId, PartnerId] =>
  a < b ? [a, b] : [b, a];

const isShown = (partner: Partner, filter: PartnerFilter): boolean => {
  const { tag, circle, kind, organisation, archived = false } = filter;
  return (
    (partner.archivedAt !== null) === archived &&
    (kind === undefined || partner.kind === kind) &&
    (circle === undefined || isWithin(partner, circle)) &&
    (tag === undefined || partner.tags.map(foldedTag).includes(foldedTag(tag))) &&
    (organisation === undefined ||
      partner.affiliations
        .map((one) => foldedOrganisation(one.organisation))
        .includes(foldedOrganisation(organisation)))
  );
};

/** The fifteen include the five. */
const isWithin = ({ circle }: Partner, wanted: Circle | "none"): boolean =>
  wanted === "none" || circle === null ? (circle ?? "none") === wanted : circle <= wanted;

const fieldsOf = (partner: Partner): ReadonlyArray<ReadonlyArray<string>> =>
  [
    [partner.name],
    [
      ...partner.affiliations.flatMap(({ organisation, role }) => [organisation, role]),
      ...partner.tags,
      ...partner.emails,
      ...partner.offers,
    ],
    [partner.notes, partner.howWeMet, ...(partner.goals ?? []).map(({ what }) => what)],
  ].map((field) => foldedText(field.join(" ")).split(" "));

type Fits = (typed: string, word: string) => boolean;

const beginsWith: Fits = (typed, word) => word.startsWith(typed);
const isSame: Fits = (typed, word) => typed === word;

const isMatch = (partner: Partner, words: ReadonlyArray<string>, fits: Fits): boolean =>
  isAllIn(fieldsOf(partner).flat(), words, fits);

const isAllIn = (own: ReadonlyArray<string>, words: ReadonlyArray<string>, fits: Fits): boolean =>
  words.every((word) => own.some((one) => fits(word, one)));

/**
 * How well a search fits: all words of it whole in the name, at least as they begin; then in what
 * somebody is and offers; then anywhere. Typing errors count as little as may be.
 */
const rankOfMatch = (partner: Partner, words: ReadonlyArray<string>): number => {
  const [name = [], about = []] = fieldsOf(partner);
  const ranks: ReadonlyArray<readonly [ReadonlyArray<string>, Fits]> = [
    [name, isSame],
    [name, beginsWith],
    [[...name, ...about], beginsWith],
    [fieldsOf(partner).flat(), beginsWith],
    [name, isMeant],
    [[...name, ...about], isMeant],
  ];
  const rank = ranks.findIndex(([own, fits]) => isAllIn(own, words, fits));
  return rank === -1 ? ranks.length : rank;
};

export const importStoreOf = (
  { imports, importRows, said, contacts }: Tables,
  timeZone: TimeZone,
) => {
  const known = (partnerId: PartnerId, atMs: number, note: string): boolean =>
    contacts
      .all()
      .some((one) => one.partnerId === partnerId && msOf(one.at) === atMs && one.note === note);

  return ImportStore.of({
    byId: (importId) => Effect.sync(() => imports.get(importId)),
    unfinished: Effect.sync(() =>
      imports.all().filter(({ state }) => state === "running" || state === "undoing"),
    ),
    put: (_before, after) => Effect.sync(() => imports.set(after.id, after)),
    keepRows: Effect.fnUntraced(function* ({ id: importId, source }, rows) {
      const recordedAt = instantOf(yield* nowMs);
      for (const row of rows) {
        const { partnerId } = row;
        const news = row.contacts.filter(
          ({ on, note }) => !known(partnerId, whenMs(on, timeZone), note),
        );
        for (const { id, on, note } of news) {
          const contact: Contact = {
            id: id as ContactId,
            partnerId,
            at: instantOf(whenMs(on, timeZone)),
            recordedAt,
            means: "other",
            by: "both",
            note,
          };
          contacts.set(contact.id, contact);
        }
        importRows.set(`${importId}/${row.row}`, { importId, row: { ...row, contacts: news } });
        said.set(`${partnerId}/${source}`, row.said);
      }
    }),
    rows: (importId) =>
      Effect.sync(() =>
        importRows
          .all()
          .filter((one) => one.importId === importId)
          .map(({ row }) => row)
          .toSorted((a, b) => b.row - a.row),
      ),
    forgetRows: (importId) =>
      Effect.sync(() => {
        for (const { row, importId: owner } of importRows.all()) {
          if (owner === importId) importRows.delete(`${importId}/${row.row}`);
        }
      }),
    saidOf: (partnerIds, source) =>
      Effect.sync(() => {
        const last = new Map<PartnerId, ImportedPartner>();
        for (const partnerId of partnerIds) {
          const what = said.get(`${partnerId}/${source}`);
          if (what !== undefined) last.set(partnerId, what);
        }
        return last;
      }),
    saidAgain: (partnerId, source, what) =>
      Effect.sync(() => {
        if (what === null) said.delete(`${partnerId}/${source}`);
        else said.set(`${partnerId}/${source}`, what);
      }),
    forgetContacts: (gone) =>
      Effect.sync(() => {
        for (const { id } of gone) contacts.delete(id as ContactId);
      }),
  });
};

export const bulkStoreOf = ({ bulkRows }: Tables) =>
  BulkStore.of({
    keep: (bulkId, rows) =>
      Effect.sync(() => {
        for (const row of rows) {
          const key = `${bulkId}/${row.before.id}`;
          const before = bulkRows.get(key)?.row.before ?? row.before;
          bulkRows.set(key, { bulkId, row: { before, after: row.after } });
        }
      }),
    rows: (bulkId, limit) =>
      Effect.sync(() =>
        bulkRows
          .all()
          .filter((one) => one.bulkId === bulkId)
          .map(({ row }) => row)
          .toSorted((a, b) => textOrder(a.before.id, b.before.id))
          .slice(0, limit),
      ),
    forget: (bulkId, rows) =>
      Effect.sync(() => {
        for (const { before } of rows) bulkRows.delete(`${bulkId}/${before.id}`);
      }),
  });
