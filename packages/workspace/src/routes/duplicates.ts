import { Duplicates, PartnerMerges } from "@comity/domain/partner";
import {
  DuplicateCandidate,
  DuplicatePair,
  duplicatesMax,
  Email,
  emailsMax,
  Link,
  linksMax,
  Merge,
  MergeDraft,
  MergeId,
  MergePreview,
  nameCharactersMax,
  organisationCharactersMax,
  pageLimitMax,
  PartnerId,
  PartnerKind,
  Phone,
  phonesMax,
} from "@comity/domain/partner/schema";
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import * as Effect from "effect/Effect";
import * as z from "zod";
import { json, Keyed, limit, limitDefault, refused, Write } from "../http/contract.ts";
import { answered, type Env, made, serve } from "../http/serve.ts";

const tags = ["Duplicates"];
const params = z.object({ partnerId: PartnerId });
const ofPair = z.object({ partnerId: PartnerId, otherId: PartnerId });

const Described = z
  .strictObject({
    name: z.string().max(nameCharactersMax),
    kind: PartnerKind.optional(),
    organisation: z.string().max(organisationCharactersMax).optional(),
    emails: z.array(Email).max(emailsMax).optional(),
    phones: z.array(Phone).max(phonesMax).optional(),
    links: z.array(Link).max(linksMax).optional(),
    except: PartnerId.optional().meta({ description: "The partner that is being edited." }),
  })
  .meta({ id: "DescribedPartner", description: "Someone, as far as you know by now." });

const check = createRoute({
  method: "post",
  path: "/v1/duplicates/check",
  tags,
  summary: "Who may be the one described. Keeps nothing",
  request: { body: { ...json(Described, "Who is described."), required: true } },
  responses: {
    200: json(
      z
        .strictObject({ data: z.array(DuplicateCandidate).max(duplicatesMax) })
        .meta({ id: "DuplicateCandidateList", description: "The likeliest first." }),
      "Who it may be.",
    ),
    ...refused(400, 413, 415, 422),
  },
});

const list = createRoute({
  method: "get",
  path: "/v1/duplicates",
  tags,
  summary: "Partners that may be one, the likeliest first",
  request: { query: z.strictObject({ limit }) },
  responses: {
    200: json(
      z
        .strictObject({
          total: z.int().min(0),
          data: z.array(DuplicatePair).max(pageLimitMax),
        })
        .meta({ id: "DuplicateList", description: "Pairs that may be one." }),
      "The pairs.",
    ),
    ...refused(422),
  },
});

const telling = (method: "put" | "delete", summary: string) =>
  createRoute({
    method,
    path: "/v1/partners/{partnerId}/distinct/{otherId}",
    tags,
    summary,
    request: { params: ofPair, query: Write, headers: Keyed },
    responses: { 204: { description: "Kept." }, ...refused(400, 404, 409, 422) },
  });

const tellApart = telling("put", "Say that two partners are two");
const untell = telling("delete", "Take that back");

const preview = createRoute({
  method: "get",
  path: "/v1/partners/{partnerId}/merge/{otherId}",
  tags,
  summary: "What two partners would become as one, field by field",
  request: { params: ofPair },
  responses: { 200: json(MergePreview, "Field by field."), ...refused(404, 409, 422) },
});

const merge = createRoute({
  method: "post",
  path: "/v1/partners/{partnerId}/merge",
  tags,
  summary: "Make two partners one, with the ledgers of both",
  request: {
    params,
    query: Write,
    headers: Keyed,
    body: { ...json(MergeDraft, "Which other, and what to keep."), required: true },
  },
  responses: { 201: json(Merge, "The merge."), ...refused(400, 404, 409, 413, 415, 422) },
});

const undo = createRoute({
  method: "post",
  path: "/v1/merges/{mergeId}/undo",
  tags,
  summary: "Make them two again",
  request: { params: z.object({ mergeId: MergeId }), query: Write, headers: Keyed },
  responses: { 200: json(Merge, "The merge, undone."), ...refused(400, 404, 409, 422) },
});

const standing = createRoute({
  method: "get",
  path: "/v1/partners/{partnerId}/merges",
  tags,
  summary: "Who became part of this partner",
  request: { params },
  responses: {
    200: json(
      z
        .strictObject({ data: z.array(Merge) })
        .meta({ id: "MergeList", description: "The newest first." }),
      "The merges.",
    ),
    ...refused(404, 409, 422),
  },
});

export const addRoutes = (app: OpenAPIHono<Env>) => {
  app.openapi(check, (c) => {
    const { except = null, ...described } = c.req.valid("json");
    return answered(
      c,
      Effect.map(
        Duplicates.use((duplicates) => duplicates.candidates(described, except)),
        (data) => ({ data: [...data] }),
      ),
      { isReading: true },
    );
  });

  app.openapi(list, (c) =>
    answered(
      c,
      Effect.map(
        Duplicates.use((duplicates) =>
          duplicates.pairs(c.req.valid("query").limit ?? limitDefault),
        ),
        ({ pairs, total }) => ({ total, data: [...pairs] }),
      ),
    ),
  );

  for (const [route, areTwo] of [
    [tellApart, true],
    [untell, false],
  ] as const) {
    app.openapi(route, (c) => {
      const { partnerId, otherId } = c.req.valid("param");
      return serve(
        c,
        Effect.map(
          Duplicates.use((duplicates) => duplicates.tellApart(partnerId, otherId, areTwo)),
          () => c.body(null, 204),
        ),
      );
    });
  }

  app.openapi(preview, (c) => {
    const { partnerId, otherId } = c.req.valid("param");
    return answered(
      c,
      PartnerMerges.use((merges) => merges.preview(partnerId, otherId)),
    );
  });

  app.openapi(merge, (c) =>
    made(
      c,
      PartnerMerges.use((merges) =>
        merges.merge(c.req.valid("param").partnerId, c.req.valid("json")),
      ),
    ),
  );

  app.openapi(undo, (c) =>
    answered(
      c,
      PartnerMerges.use((merges) => merges.undo(c.req.valid("param").mergeId)),
    ),
  );

  app.openapi(standing, (c) =>
    answered(
      c,
      Effect.map(
        PartnerMerges.use((merges) => merges.standing(c.req.valid("param").partnerId)),
        (data) => ({ data: [...data] }),
      ),
    ),
  );
};
