import { ProblemError } from "@comity/client";
import type { Move } from "@comity/domain/equity/schema";
import type { Partner } from "@comity/domain/partner/schema";
import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { remember, remembered } from "../../ui/memory.ts";
import { workspace } from "../../workspace/client.ts";
import { keys } from "../../workspace/keys.ts";

export interface NamedMove {
  readonly move: Move;
  readonly name: string;
}

export const movesShown = 3;

const heldKey = "moves.held";

/** So many rows were shown last time, so that the list below need not move when they come. */
export const rowsHeld = (): number | undefined => {
  const rows = Number(remembered(heldKey) ?? Number.NaN);
  return Number.isInteger(rows) ? Math.min(Math.max(rows, 0), movesShown) : undefined;
};

const namedMoves = async (
  client: QueryClient,
  budget: number,
  signal: AbortSignal,
): Promise<ReadonlyArray<NamedMove>> => {
  const { moves } = await workspace.relationships.moves({ budget, limit: movesShown }, signal);
  const named = await Promise.all(moves.map((move) => namedMove(client, move)));
  const shown = named.filter((each) => each !== undefined);
  remember(heldKey, String(shown.length));
  return shown;
};

const namedMove = async (client: QueryClient, move: Move): Promise<NamedMove | undefined> => {
  try {
    const partner = await client.fetchQuery<Partner>({
      queryKey: keys.details(move.partnerId),
      queryFn: ({ signal }) => workspace.partners.byId(move.partnerId, signal),
      staleTime: 60_000,
    });
    return { move, name: partner.name };
  } catch (error) {
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
};

const keptMs = 30 * 60_000;

/** Read anew whenever the list is shown: what was just done is not proposed again. */
export const useMoves = (budget: number) => {
  const client = useQueryClient();
  return useQuery({
    queryKey: keys.movesWithin(budget),
    queryFn: ({ signal }) => namedMoves(client, budget, signal),
    staleTime: 0,
    gcTime: keptMs,
    placeholderData: (before) => before,
  });
};
