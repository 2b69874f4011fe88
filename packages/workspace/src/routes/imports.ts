import { PartnerImports } from "@comity/domain/partner";
import {
  Import,
  ImportId,
  importFileBytesMax,
  ImportPreview,
  ImportSource,
} from "@comity/domain/partner/schema";
import {
  connectionsReading,
  type ConnectionsUnreadable,
  decodeFile,
} from "@comity/exchange/linkedin";
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import * as Effect from "effect/Effect";
import { bodyLimit } from "hono/body-limit";
import * as z from "zod";
import { json, Keyed, refused, Write } from "../http/contract.ts";
import { FileUnreadable } from "../http/errors.ts";
import { tooLarge } from "../http/refusals.ts";
import { type Env, serve } from "../http/serve.ts";

const tags = ["Imports"];
const ofImport = z.object({ importId: ImportId });

const file = {
  content: { "text/csv": { schema: z.string().meta({ description: "The file, as exported." }) } },
  description: "The file, byte for byte as it was exported.",
  required: true,
} as const;

const preview = createRoute({
  method: "post",
  path: "/v1/imports/preview",
  tags,
  summary: "See what a file would bring. Keeps nothing",
  request: { query: z.strictObject({ source: ImportSource.optional() }), body: file },
  responses: { 200: json(ImportPreview, "Row by row."), ...refused(413, 415, 422) },
});

const commit = createRoute({
  method: "post",
  path: "/v1/imports",
  tags,
  summary: "Import a file of partners",
  request: {
    query: Write.extend({ source: ImportSource.optional(), id: ImportId.optional() }),
    headers: Keyed,
    body: file,
  },
  responses: { 201: json(Import, "The import."), ...refused(400, 409, 413, 415, 422) },
});

const read = createRoute({
  method: "get",
  path: "/v1/imports/{importId}",
  tags,
  summary: "Read an import",
  request: { params: ofImport },
  responses: { 200: json(Import, "The import."), ...refused(404, 422) },
});

const undo = createRoute({
  method: "post",
  path: "/v1/imports/{importId}/undo",
  tags,
  summary: "Take an import back, all of its rows together",
  request: { params: ofImport, query: Write, headers: Keyed },
  responses: { 200: json(Import, "The import, undone."), ...refused(400, 404, 409, 422) },
});

const tooLargeCodes: ReadonlySet<ConnectionsUnreadable["code"]> = new Set([
  "too-many-rows",
  "field-too-long",
]);

const unreadable = ({ code, message }: ConnectionsUnreadable) =>
  new FileUnreadable({ code, reason: message, isTooLarge: tooLargeCodes.has(code) });

/** A long file is read in steps, so that other requests are answered in between. */
const connectionsIn = (bytes: ArrayBuffer) =>
  Effect.gen(function* () {
    const text = decodeFile(new Uint8Array(bytes));
    if (typeof text !== "string") return yield* unreadable(text);
    const reading = connectionsReading(text);
    for (;;) {
      const step = reading.next();
      if (step.done !== true) yield* Effect.yieldNow;
      else return step.value._tag === "Read" ? step.value : yield* unreadable(step.value);
    }
  });

export const addRoutes = (app: OpenAPIHono<Env>) => {
  for (const path of ["/v1/imports", "/v1/imports/preview"]) {
    app.use(
      path,
      bodyLimit({ maxSize: importFileBytesMax, onError: (c) => tooLarge(c, importFileBytesMax) }),
    );
  }

  app.openapi(preview, async (c) => {
    const bytes = await c.req.arrayBuffer();
    return serve(
      c,
      Effect.gen(function* () {
        const found = yield* connectionsIn(bytes);
        const { counts, rows } = yield* PartnerImports.use((imports) =>
          imports.preview({
            source: "linkedin",
            rows: found.rows.map(({ partner }) => partner),
            skipped: found.skipped.length,
          }),
        );
        const seen = {
          source: "linkedin" as const,
          counts,
          rows: rows.map((row, index) =>
            Object.assign({ warnings: [...(found.rows[index]?.warnings ?? [])] }, row),
          ),
          skipped: [...found.skipped],
        };
        return c.json(seen, 200);
      }),
      { isReading: true },
    );
  });

  app.openapi(commit, async (c) => {
    const bytes = await c.req.arrayBuffer();
    const { id, dryRun } = c.req.valid("query");
    return serve(
      c,
      Effect.gen(function* () {
        const found = yield* connectionsIn(bytes);
        const imports = yield* PartnerImports;
        const batch = yield* (dryRun === "true" ? imports.rehearse : imports.commit)({
          id,
          source: "linkedin",
          rows: found.rows.map(({ partner }) => partner),
          skipped: found.skipped.length,
        });
        c.header("location", `/v1/imports/${batch.id}`);
        return c.json(batch, 201);
      }),
      { isLong: true },
    );
  });

  app.openapi(read, (c) =>
    serve(
      c,
      Effect.map(
        PartnerImports.use((imports) => imports.byId(c.req.valid("param").importId)),
        (batch) => c.json(batch, 200),
      ),
    ),
  );

  app.openapi(undo, (c) => {
    const { importId } = c.req.valid("param");
    const isRehearsal = c.req.valid("query").dryRun === "true";
    return serve(
      c,
      Effect.map(
        PartnerImports.use((imports) =>
          isRehearsal ? imports.rehearseUndo(importId) : imports.undo(importId),
        ),
        (batch) => c.json(batch, 200),
      ),
      { isLong: true },
    );
  });
};
