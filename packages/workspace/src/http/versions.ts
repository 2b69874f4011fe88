/** Versions of what can be changed: as an ETag, and as the If-Match that names one (RFC 9110, 13.1.1). */
import type { WantedVersion } from "@comity/domain/input";
import type { Context } from "hono";
import * as z from "zod";
import { Keyed } from "./contract.ts";
import { etagOf } from "./problem.ts";
import { badHeader, preconditionRequired } from "./refusals.ts";

export const Versioned = Keyed.extend({
  "if-match": z.string().optional().meta({ description: "The ETag of the version that you read." }),
});

/** RFC 9110 lets a list have empty places. */
const tagList = /^(\s*,)*\s*(W\/)?"[^"]*"(\s*,(\s*(W\/)?"[^"]*")?)*\s*$/;

/** Weak and foreign tags name no version of ours. Undefined: not a list of tags. */
const versionsOf = (header: string): ReadonlyArray<number> | undefined =>
  tagList.test(header)
    ? [...header.matchAll(/(?<!W\/)"(0|[1-9][0-9]{0,8})"/g)].map(([, version]) => Number(version))
    : undefined;

/** Which versions a request may change, or why it does not say. */
export const versionAsked = (c: Context, header: string | undefined): WantedVersion | Response => {
  if (header === undefined) return preconditionRequired(c);
  if (header.trim() === "*") return "any";
  return (
    versionsOf(header) ?? badHeader(c, "If-Match takes the ETag that came with what you read.")
  );
};

/** The answer to a change, with the ETag of what it led to. */
export const tagged = <A extends { readonly version: number }>(c: Context, changed: A): A => {
  c.header("etag", etagOf(changed.version));
  return changed;
};
