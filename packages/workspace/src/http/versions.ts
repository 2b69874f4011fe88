/** Versions of what can be changed: as an ETag, and as the If-Match that names one (RFC 9110, 13.1.1). */
import type { Context } from "hono";
import * as z from "zod";
import { Keyed } from "./contract.ts";
import { etagOf } from "./problem.ts";
import { badHeader, preconditionRequired } from "./refusals.ts";

export const Versioned = Keyed.extend({
  "if-match": z.string().optional().meta({ description: "The ETag of the version that you read." }),
});

const tagList = /^\s*(W\/)?"[^"]*"(\s*,\s*(W\/)?"[^"]*")*\s*$/;

/** Weak and foreign tags name no version of ours, so they stand for one that nothing has. */
const noVersion = -1;

/** Of several tags, the newest counts. Undefined: not a list of tags. */
const versionOf = (header: string): number | undefined => {
  if (!tagList.test(header)) return undefined;
  const strong = [...header.matchAll(/(?<!W\/)"(0|[1-9][0-9]{0,8})"/g)];
  return Math.max(noVersion, ...strong.map(([, version]) => Number(version)));
};

/** The version that a request may change ("any": whatever it is now), or why it does not say. */
export const versionAsked = (c: Context, header: string | undefined): number | "any" | Response => {
  if (header === undefined) return preconditionRequired(c);
  if (header === "*") return "any";
  return versionOf(header) ?? badHeader(c, "If-Match takes the ETag that came with what you read.");
};

/** The answer to a change, with the ETag of what it led to. */
export const tagged = <A extends { readonly version: number }>(c: Context, changed: A): A => {
  c.header("etag", etagOf(changed.version));
  return changed;
};
