import * as Context from "effect/Context";

/** Who is making the changes: kept with each of them. */
export const Actor = Context.Reference<string>("@comity/store/change/Actor", {
  defaultValue: () => "me",
});
