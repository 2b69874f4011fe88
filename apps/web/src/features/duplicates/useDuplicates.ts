import type { DuplicatePair } from "@comity/domain/partner/schema";
import { contradictingFields } from "@comity/domain/partner/rules";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { newId } from "../../identity/newId.ts";
import { toasts } from "../../ui/toasts.ts";
import { workspace } from "../../workspace/client.ts";
import { troubleInWords } from "../../workspace/troubleInWords.ts";
import { mergeTwo } from "./mergeTwo.ts";
import { mergePath, pairsKey, usePairs } from "./reading.ts";

export const pairKeyOf = ({ one, other }: DuplicatePair): string => `${one.id} ${other.id}`;

/** Put off until the page is loaded anew. */
const putOff = new Set<string>();

interface Listed {
  readonly data: ReadonlyArray<DuplicatePair>;
  readonly total: number;
}

const includes = ({ one, other }: DuplicatePair, id: string): boolean =>
  one.id === id || other.id === id;

/** The pairs that are left to be looked at, and what can be said of one. */
export const useDuplicates = () => {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const { data, error, refetch } = usePairs();
  const [, setLook] = useState(0);
  const lookAgain = (): void => setLook((count) => count + 1);

  const without = (isGone: (pair: DuplicatePair) => boolean): Listed | undefined => {
    const before = client.getQueryData<Listed>(pairsKey);
    if (before === undefined) return undefined;
    const left = before.data.filter((pair) => !isGone(pair));
    const total = Math.max(left.length, before.total - (before.data.length - left.length));
    client.setQueryData<Listed>(pairsKey, { data: left, total });
    return before;
  };

  const tellApart = async (pair: DuplicatePair): Promise<void> => {
    const { one, other } = pair;
    const before = without((each) => pairKeyOf(each) === pairKeyOf(pair));
    const about = pairKeyOf(pair);
    const putBack = (): void => void client.setQueryData(pairsKey, before);
    const takeBack = async (): Promise<void> => {
      putBack();
      try {
        await workspace.duplicates.untell(one.id, other.id);
        void refetch();
      } catch (failure) {
        toasts.show({ text: troubleInWords(failure), about });
      }
    };
    toasts.show({
      text: "They are two, and are not shown again.",
      about,
      action: { label: "Undo", run: () => void takeBack() },
    });
    try {
      await workspace.duplicates.tellApart(one.id, other.id);
    } catch (failure) {
      putBack();
      toasts.show({
        text: troubleInWords(failure),
        about,
        action: { label: "Try again", run: () => void tellApart(pair) },
      });
    }
  };

  /** At once where the two say nothing different; else where one can choose. */
  const merge = async (pair: DuplicatePair): Promise<void> => {
    const { one, other } = pair;
    if (contradictingFields(one, other).length > 0) {
      navigate(mergePath(one.id, other.id, "duplicates"));
      return;
    }
    const before = without((each) => includes(each, other.id));
    try {
      await mergeTwo(one.id, { id: newId(), otherId: other.id }, { client, name: one.name });
    } catch (failure) {
      client.setQueryData(pairsKey, before);
      toasts.show({
        text: troubleInWords(failure),
        action: { label: "Try again", run: () => void merge(pair) },
      });
    }
  };

  const later = (pair: DuplicatePair): void => {
    putOff.add(pairKeyOf(pair));
    lookAgain();
    toasts.show({
      text: "Put off. It comes back with the next visit.",
      about: pairKeyOf(pair),
      action: {
        label: "Undo",
        run: () => {
          putOff.delete(pairKeyOf(pair));
          lookAgain();
        },
      },
    });
  };

  const showAll = (): void => {
    putOff.clear();
    lookAgain();
  };

  const all = data?.data;
  const pairs = all?.filter((pair) => !putOff.has(pairKeyOf(pair)));
  return {
    pairs,
    total: data?.total ?? 0,
    putOff: (all?.length ?? 0) - (pairs?.length ?? 0),
    error,
    refetch,
    tellApart,
    merge,
    later,
    showAll,
  };
};
