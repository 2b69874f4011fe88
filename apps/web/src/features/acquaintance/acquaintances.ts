/** Whom a partner knows, of your partners: read, and changed at once with an undo. */
import type { PartnerWithStanding } from "@comity/client";
import type { Acquaintance, AcquaintanceKind } from "@comity/domain/partner/schema";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { toasts } from "../../ui/toasts.ts";
import { workspace } from "../../workspace/client.ts";
import { keys } from "../../workspace/keys.ts";
import { troubleInWords } from "../../workspace/troubleInWords.ts";
import { addedInWords, type Tie } from "./acquaintanceInWords.ts";

export const acquaintancesKey = (partnerId: string) =>
  [...keys.partner(partnerId), "acquaintances"] as const;

export const useAcquaintances = (partnerId: string) =>
  useQuery({
    queryKey: acquaintancesKey(partnerId),
    queryFn: ({ signal }) => workspace.partners.acquaintances(partnerId, signal),
  });

const colleaguesMost = 100;

/** People who work at an organisation that is a partner itself; nobody without one. */
export const useColleagues = (organisation: string): ReadonlyArray<PartnerWithStanding> => {
  const { data } = useQuery({
    queryKey: [...keys.partners, "at", organisation],
    queryFn: ({ signal }) =>
      workspace.partners.list({ organisation, kind: "person", limit: colleaguesMost }, signal),
    enabled: organisation !== "",
  });
  return organisation === "" ? [] : (data?.data ?? []);
};

type Ids = readonly [oneId: string, kind: AcquaintanceKind, otherId: string];

/** The tie as it is kept: who introduced is said at the one who was introduced. */
const keptAs = (partnerId: string, { kind, partnerId: otherId }: Acquaintance): Ids =>
  kind === "introduced" ? [otherId, "introduced-by", partnerId] : [partnerId, kind, otherId];

const isSame = (a: Acquaintance, b: Acquaintance): boolean =>
  a.kind === b.kind && a.partnerId === b.partnerId;

interface About {
  readonly partnerId: string;
  /** How one speaks of the partner whose page this is. */
  readonly name: string;
}

export const useTieVerbs = ({ partnerId, name }: About) => {
  const client = useQueryClient();
  const queryKey = acquaintancesKey(partnerId);

  const show = (change: (all: ReadonlyArray<Acquaintance>) => ReadonlyArray<Acquaintance>): void =>
    void client.setQueryData<ReadonlyArray<Acquaintance>>(queryKey, (all) =>
      all === undefined ? all : change(all),
    );

  const write = async (
    tie: Acquaintance,
    isSo: boolean,
    said: string | undefined,
  ): Promise<void> => {
    show((all) =>
      isSo
        ? [...all.filter((one) => !isSame(one, tie)), tie]
        : all.filter((one) => !isSame(one, tie)),
    );
    const about = `tie ${partnerId} ${tie.kind} ${tie.partnerId}`;
    try {
      await (isSo ? workspace.partners.relate : workspace.partners.unrelate)(
        ...keptAs(partnerId, tie),
      );
      const undo = { label: "Undo", run: () => void write(tie, !isSo, undefined) };
      toasts.show(
        said === undefined
          ? { text: "As it was before.", about }
          : { text: said, about, action: undo },
      );
    } catch (error) {
      toasts.show({ text: troubleInWords(error), about });
    } finally {
      await Promise.all([
        client.invalidateQueries({ queryKey }),
        client.invalidateQueries({ queryKey: acquaintancesKey(tie.partnerId) }),
      ]);
    }
  };

  return {
    add: (tie: Acquaintance): Promise<void> =>
      write(tie, true, addedInWords(tie.kind as Tie, name, tie.name)),
    remove: (tie: Acquaintance): Promise<void> => write(tie, false, `${tie.name}: taken out.`),
  };
};
