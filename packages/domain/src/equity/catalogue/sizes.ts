/** The sizes of what is written down: as said, or else as the catalogue knows them. */
import * as Effect from "effect/Effect";
import { type InputInvalid, invalid } from "../../input/errors.ts";
import { epOf } from "../rules.ts";
import type { AskQuestion, Kind, KindId, KindUse, Size } from "../schema.ts";
import { kindOf } from "./Catalogue.ts";
import type { CatalogueStore } from "./CatalogueStore.ts";

type Worth = Size | number;

/** A size that was left out needs a kind that says it. */
export const orElse = (
  pointer: string,
  said: Worth | undefined,
  usual: number | undefined,
): Effect.Effect<Worth, InputInvalid> => {
  const found = said ?? usual;
  return found === undefined
    ? invalid(
        pointer,
        "required",
        "Say a size (XS, S, M, L, XL) or ep, or a kind of the catalogue.",
      )
    : Effect.succeed(found);
};

/** What an ask costs them: as said, or as its kind knows it. One that costs nothing is no ask. */
export const askCostOf = (
  store: CatalogueStore["Service"],
  { kindId, cost }: Pick<AskQuestion, "kindId" | "cost">,
): Effect.Effect<number, InputInvalid> =>
  kindId === undefined && cost !== undefined
    ? Effect.succeed(epOf(cost))
    : Effect.flatMap(kindNamed(store, kindId, "ask"), (kind) =>
        Effect.map(orElse("/cost", cost, kind?.cost === 0 ? undefined : kind?.cost), epOf),
      );

/** The kind that is named, if one is; it must be there, and be meant for this. */
export const kindNamed = Effect.fnUntraced(function* (
  store: CatalogueStore["Service"],
  kindId: KindId | undefined,
  use: KindUse,
) {
  if (kindId === undefined) return undefined;
  const kind: Kind | undefined = yield* kindOf(store, kindId);
  if (kind === undefined) {
    return yield* invalid("/kindId", "unknown-kind", "The catalogue has no such kind.");
  }
  if (kind.use !== use) {
    return yield* invalid("/kindId", "other-use", `This kind is not ${named[use]}.`);
  }
  return kind;
});

const named: Readonly<Record<KindUse, string>> = {
  deposit: "something that is given",
  ask: "something to ask for",
  breach: "a wrong",
};
