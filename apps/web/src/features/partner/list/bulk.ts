/** One change of many partners, sent in parts under one id, so that one undo takes all of it back. */
import type { Page, PartnerWithStanding } from "@comity/client";
import { partnerBulkChangedBy } from "@comity/domain/partner/rules";
import type { BulkChange, Circle, Partner } from "@comity/domain/partner/schema";
import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import { newId } from "../../../identity/newId.ts";
import { toasts } from "../../../ui/toasts.ts";
import { workspace } from "../../../workspace/client.ts";
import { keys } from "../../../workspace/keys.ts";
import { troubleInWords } from "../../../workspace/troubleInWords.ts";
import { type Change, changedInWords, runningInWords, stoppedInWords } from "./bulkInWords.ts";
import { isSelected, type Selection } from "./selection.ts";
import { addressOf, filterOf, type Shown } from "./shown.ts";

/** As many as the API takes at once. */
const partPartners = 500;

export interface Bulk {
  readonly shown: Shown;
  readonly selection: Selection;
  readonly change: Change;
}

/** How far it came: sent again after a failure, it goes on from there. */
interface Run extends Bulk {
  readonly id: string;
  readonly ids: ReadonlyArray<string>;
  done: number;
  changed: number;
}

export const partsOf = <A>(
  list: ReadonlyArray<A>,
  length: number,
): ReadonlyArray<ReadonlyArray<A>> =>
  Array.from({ length: Math.ceil(list.length / length) }, (_, part) =>
    list.slice(part * length, (part + 1) * length),
  );

/** The fifteen include the five. */
const isWithin = (circle: Circle | null, wanted: NonNullable<Shown["circle"]>): boolean =>
  circle === null || wanted === "none" ? (circle ?? "none") === wanted : circle <= Number(wanted);

/** Whether whoever is in this list leaves it by this change. */
export const isLeaving = ({ tag, circle, archived = false }: Shown, change: Change): boolean =>
  (change.archived !== undefined && change.archived !== archived) ||
  (change.circle !== undefined && circle !== undefined && !isWithin(change.circle, circle)) ||
  (tag !== undefined &&
    (change.removeTags ?? []).some((each) => each.toLowerCase() === tag.trim().toLowerCase()));

type Listed = InfiniteData<Page<PartnerWithStanding>, string | null>;

const changedBy = (partner: PartnerWithStanding, change: Change): PartnerWithStanding => ({
  ...partner,
  ...partnerBulkChangedBy(partner as Partner, change as BulkChange, partner.updatedAt),
});

/** Shows at once what no rule can refuse. All of a list leave it when it is done. */
const showChanged = (client: QueryClient, { shown, selection, change }: Bulk): void => {
  const isGone = isLeaving(shown, change);
  if (isGone && selection.isAll) return;
  client.setQueryData<Listed>(keys.partnersListed(addressOf(shown)), (listed) => {
    if (listed === undefined) return listed;
    const pages = listed.pages.map(({ data, nextCursor }) => ({
      nextCursor,
      data: data.flatMap((partner) => {
        if (!isSelected(selection, partner.id)) return [partner];
        return isGone ? [] : [changedBy(partner, change)];
      }),
    }));
    return { pages, pageParams: listed.pageParams };
  });
};

/** Lists that are not looked at are read anew when they are; this one, where somebody left it or moved. */
const reread = (client: QueryClient, isMoved: boolean): void => {
  client.removeQueries({ queryKey: keys.partnerLists, type: "inactive" });
  if (isMoved) void client.resetQueries({ queryKey: keys.partnerLists });
  void client.invalidateQueries({ queryKey: ["partners", "counted"] });
  void client.invalidateQueries({ queryKey: ["partner"] });
  for (const queryKey of [keys.tags, keys.circles, keys.moves, ["today"]]) {
    void client.invalidateQueries({ queryKey });
  }
};

/** Everyone who was chosen, looked up where all that are found are. */
const chosen = async ({ shown, selection }: Bulk): Promise<ReadonlyArray<string>> => {
  if (!selection.isAll) return [...selection.ids];
  const ids: Array<string> = [];
  for await (const { id } of workspace.partners.all(filterOf(shown))) {
    if (isSelected(selection, id)) ids.push(id);
  }
  return ids;
};

/** Told on the way, but not more often than one can read. */
const sayEveryMs = 700;

/** All that is said of one run is about the same, so that each note takes the place of the one before. */
const sayRunning = ({ id, done, ids }: Pick<Run, "id" | "done" | "ids">): void =>
  void toasts.show({ text: runningInWords(done, ids.length), about: id, isRunning: true });

const send = async (run: Run, client: QueryClient): Promise<void> => {
  const isLong = run.ids.length > partPartners;
  let saidAt = performance.now();
  if (isLong) sayRunning(run);
  try {
    for (const part of partsOf(run.ids.slice(run.done), partPartners)) {
      const { id, change } = run;
      const { changed } = await workspace.partners.bulk({ id, partnerIds: [...part], change });
      run.done += part.length;
      run.changed += changed;
      if (isLong && performance.now() - saidAt > sayEveryMs) {
        sayRunning(run);
        saidAt = performance.now();
      }
    }
    sayDone(run, client);
  } catch (error) {
    toasts.show({
      text: stoppedInWords(run.done, run.ids.length, troubleInWords(error)),
      about: run.id,
      action: { label: "Try again", run: () => void send(run, client) },
    });
    reread(client, true);
    return;
  }
  reread(client, isMoved(run));
};

/** What stands on screen is not what the list is now. */
const isMoved = ({ shown, selection, change }: Bulk): boolean =>
  (selection.isAll && isLeaving(shown, change)) ||
  (shown.sort === "circle" && change.circle !== undefined);

const sayDone = (run: Run, client: QueryClient): void => {
  const undo = { label: "Undo", run: () => void takeBack(run, client) };
  toasts.show({
    text: changedInWords(run.ids.length, run.change),
    about: run.id,
    ...(run.changed === 0 ? {} : { action: undo }),
  });
};

const takeBack = async (run: Run, client: QueryClient): Promise<void> => {
  const { id } = run;
  toasts.show({ text: "Taking it back…", about: id, isRunning: true });
  try {
    await workspace.partners.undoBulk(id);
    toasts.show({ text: "Taken back.", about: id });
  } catch (error) {
    const again = { label: "Try again", run: () => void takeBack(run, client) };
    toasts.show({ text: troubleInWords(error), about: id, action: again });
  }
  reread(client, true);
};

/** Resolves when all is done, or when it is known what went wrong. */
export const changeMany = async (bulk: Bulk, client: QueryClient): Promise<void> => {
  const id = newId();
  await client.cancelQueries({ queryKey: keys.partnersListed(addressOf(bulk.shown)) });
  showChanged(client, bulk);
  if (bulk.selection.isAll) sayRunning({ id, done: 0, ids: [] });
  try {
    const ids = await chosen(bulk);
    await send({ ...bulk, id, ids, done: 0, changed: 0 }, client);
  } catch (error) {
    // Nothing was sent yet.
    toasts.show({ text: troubleInWords(error), about: id });
    reread(client, true);
  }
};
