import { dayOf, nowMs } from "@comity/domain/time";
import { PartnerImports } from "@comity/domain/partner";
import {
  ColumnMapping,
  FileReading,
  Import,
  ImportId,
  importFileBytesMax,
  ImportPreview,
  ImportSource,
} from "@comity/domain/partner/schema";
import {
  fileInspection,
  fileReading,
  type FileUnreadable as Unreadable,
  type UnreadableCode,
} from "@comity/exchange/file";
import { Settings } from "@comity/store";
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import * as Effect from "effect/Effect";
import { bodyLimit } from "hono/body-limit";
import * as z from "zod";
import { json, Keyed, refused, Write } from "../http/contract.ts";
import { FileUnreadable } from "../http/errors.ts";
import { tooLarge } from "../http/refusals.ts";
import { answered, type Env, serve } from "../http/serve.ts";

const tags = ["Imports"];

/** Where a body is a file. */
export const filePaths = ["/v1/imports", "/v1/imports/inspect", "/v1/imports/preview"];

const ofImport = z.object({ importId: ImportId });

const asExported = { schema: z.string().meta({ description: "The file, as exported." }) };

const file = {
  content: { "text/csv": asExported, "text/vcard": asExported },
  description: "The file, byte for byte as it was exported.",
  required: true,
} as const;

/** A body is the file, so what its columns hold travels in the query, as JSON. */
const mapping = z
  .string()
  .max(4_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: "custom", message: "This is not JSON." });
      return z.NEVER;
    }
  })
  .pipe(ColumnMapping)
  .optional()
  .meta({
    param: {
      description: "What the columns of a table hold, as JSON of ColumnMapping.",
      schema: { type: "string" },
    },
  });

const Asked = z.strictObject({
  source: ImportSource.optional().meta({ description: "Without it: as the content says." }),
  mapping,
});

const inspect = createRoute({
  method: "post",
  path: "/v1/imports/inspect",
  tags,
  summary: "See what a file is, with samples of its columns. Keeps nothing",
  request: { query: z.strictObject({ source: ImportSource.optional() }), body: file },
  responses: { 200: json(FileReading, "What it seems to be."), ...refused(413, 415, 422) },
});

const preview = createRoute({
  method: "post",
  path: "/v1/imports/preview",
  tags,
  summary: "See what a file would bring. Keeps nothing",
  request: { query: Asked, body: file },
  responses: { 200: json(ImportPreview, "Row by row."), ...refused(413, 415, 422) },
});

const commit = createRoute({
  method: "post",
  path: "/v1/imports",
  tags,
  summary: "Import a file of partners",
  request: {
    query: Asked.extend({ ...Write.shape, id: ImportId.optional() }),
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

const tooLargeCodes: ReadonlySet<UnreadableCode> = new Set([
  "too-many-rows",
  "too-many-cards",
  "too-much-text",
  "field-too-long",
]);

const unreadable = ({ code, message }: Unreadable) =>
  new FileUnreadable({ code, reason: message, isTooLarge: tooLargeCodes.has(code) });

/** A long file is read in steps, so that other requests are answered in between. */
const inSteps = Effect.fnUntraced(function* <A>(reading: Generator<undefined, A | Unreadable>) {
  for (;;) {
    const step = reading.next();
    if (step.done !== true) yield* Effect.yieldNow;
    else return isUnreadable(step.value) ? yield* unreadable(step.value) : step.value;
  }
});

const isUnreadable = (value: unknown): value is Unreadable =>
  typeof value === "object" && value !== null && "_tag" in value && value._tag === "Unreadable";

/** What stands in the file, with days as the workspace counts them. */
const rowsIn = Effect.fnUntraced(function* (
  bytes: ArrayBuffer,
  asked: Pick<z.infer<typeof Asked>, "source" | "mapping">,
) {
  const { timeZone } = yield* Settings.use(({ terms }) => terms);
  const today = dayOf(yield* nowMs, timeZone);
  return yield* inSteps(fileReading(new Uint8Array(bytes), { ...asked, today }));
});

export const addRoutes = (app: OpenAPIHono<Env>) => {
  for (const path of filePaths) {
    app.use(
      path,
      bodyLimit({ maxSize: importFileBytesMax, onError: (c) => tooLarge(c, importFileBytesMax) }),
    );
  }

  app.openapi(inspect, async (c) => {
    const bytes = await c.req.arrayBuffer();
    return answered(c, inSteps(fileInspection(new Uint8Array(bytes), c.req.valid("query"))), {
      isReading: true,
    });
  });

  app.openapi(preview, async (c) => {
    const bytes = await c.req.arrayBuffer();
    return serve(
      c,
      Effect.gen(function* () {
        const found = yield* rowsIn(bytes, c.req.valid("query"));
        const { counts, rows } = yield* PartnerImports.use((imports) =>
          imports.preview({
            source: found.source,
            rows: found.rows.map(({ partner }) => partner),
            skipped: found.skipped.length,
          }),
        );
        const seen = {
          source: found.source,
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
    const { id, dryRun, ...asked } = c.req.valid("query");
    return serve(
      c,
      Effect.gen(function* () {
        const found = yield* rowsIn(bytes, asked);
        const imports = yield* PartnerImports;
        const batch = yield* (dryRun === "true" ? imports.rehearse : imports.commit)({
          id,
          source: found.source,
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
