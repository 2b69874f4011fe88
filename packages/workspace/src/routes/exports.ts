import { type PartnerFilter, Partners } from "@comity/domain/partner";
import type { Partner } from "@comity/domain/partner/schema";
import { partnersCsv, partnersVcard } from "@comity/exchange/export";
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import * as Effect from "effect/Effect";
import * as z from "zod";
import { refused } from "../http/contract.ts";
import { type Env, serve } from "../http/serve.ts";
import { Filter, filterOf } from "./partnerFilter.ts";

const formats = {
  csv: { write: partnersCsv, type: "text/csv", name: "comity-partners.csv" },
  vcard: { write: partnersVcard, type: "text/vcard", name: "comity-partners.vcf" },
} as const;

const asFile = { schema: z.string() };

const partners = createRoute({
  method: "get",
  path: "/v1/exports/partners",
  tags: ["Exports"],
  summary: "Partners as a file, which can be imported again",
  request: {
    query: Filter.extend({
      format: z.enum(["csv", "vcard"]).optional().meta({ description: "csv when left out." }),
    }),
  },
  responses: {
    200: { content: { "text/csv": asFile, "text/vcard": asFile }, description: "The file." },
    ...refused(422),
  },
});

const partnersAtOnce = 500;

/** All partners that a filter shows, read in steps, so that others are answered in between. */
const everyone = Effect.fnUntraced(function* (filter: PartnerFilter) {
  const found: Array<Partner> = [];
  let cursor: string | null = null;
  do {
    const request: { readonly limit: number; readonly cursor: string | null } = {
      limit: partnersAtOnce,
      cursor,
    };
    const page = yield* Effect.orDie(
      Partners.use((store) => store.page({ ...request, filter, order: "name" })),
    );
    found.push(...page.data);
    cursor = page.nextCursor;
    yield* Effect.yieldNow;
  } while (cursor !== null);
  return found;
});

const partsAtOnce = 200;

/** The file as one text, written in steps. */
const written = Effect.fnUntraced(function* (parts: Iterable<string>) {
  let text = "";
  let count = 0;
  for (const part of parts) {
    text += part;
    if (++count % partsAtOnce === 0) yield* Effect.yieldNow;
  }
  return text;
});

export const addRoutes = (app: OpenAPIHono<Env>) => {
  app.openapi(partners, (c) => {
    const { format = "csv", ...query } = c.req.valid("query");
    const { write, type, name } = formats[format];
    return serve(
      c,
      Effect.gen(function* () {
        const text = yield* written(write(yield* everyone(filterOf(query))));
        return c.body(text, 200, {
          "content-type": `${type}; charset=utf-8`,
          "content-disposition": `attachment; filename="${name}"`,
        }) as never;
      }),
    );
  });
};
