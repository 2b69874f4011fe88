/** The three steps that show what this is for: each ticks itself when it has happened. */
import { useQuery } from "@tanstack/react-query";
import { remember, remembered } from "../../ui/memory.ts";
import { workspace } from "../../workspace/client.ts";
import { keys } from "../../workspace/keys.ts";
import { isSample, keyHere } from "../../workspace/place.ts";
import { strategyQuery } from "../me/reading.ts";

export type FirstStep = "question" | "gift" | "ask";

const stepKey = (step: FirstStep): string => keyHere(`step.${step}`);

/** What has happened once has happened, also when it was taken back. */
export const noteStep = (step: FirstStep): void => remember(stepKey(step), "done");

const isNoted = (step: FirstStep): boolean => remembered(stepKey(step)) !== null;

const partnersRead = 20;

export interface FirstSteps {
  readonly done: Readonly<Record<FirstStep, boolean>>;
  /** With whom one would try it. */
  readonly partnerId: string | undefined;
}

const readGifts = async (signal: AbortSignal) => {
  const query = { limit: partnersRead, sort: "equity" } as const;
  const { data } = await workspace.partners.list(query, signal);
  // In the sample all of it has happened already, so only what is done there counts.
  if (!isSample() && data.some(({ standing }) => standing.gifts > 0)) noteStep("gift");
  return data[0]?.id;
};

/** A check of an ask keeps nothing, so only one that was made tells of it; the rest, this browser knows. */
const readAsks = async (signal: AbortSignal): Promise<void> => {
  if (isSample() || isNoted("ask")) return;
  const { data } = await workspace.asks.all({ limit: 1 }, signal);
  if (data.length > 0) noteStep("ask");
};

export const useFirstSteps = (isWanted: boolean): FirstSteps | undefined => {
  const { data: strategy } = useQuery({ ...strategyQuery, enabled: isWanted });
  const { data: found } = useQuery({
    queryKey: [...keys.moves, "first steps"],
    queryFn: async ({ signal }) => {
      const [partnerId] = await Promise.all([readGifts(signal), readAsks(signal)]);
      return { partnerId };
    },
    enabled: isWanted,
    staleTime: 0,
  });
  if (strategy === undefined || found === undefined) return undefined;
  const question = (!isSample() && strategy.answered > 0) || isNoted("question");
  return { ...found, done: { question, gift: isNoted("gift"), ask: isNoted("ask") } };
};
