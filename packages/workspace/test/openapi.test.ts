import { readFileSync } from "node:fs";
import * as change from "@comity/domain/change/schema";
import * as equity from "@comity/domain/equity/schema";
import * as outreach from "@comity/domain/outreach/schema";
import * as contact from "@comity/domain/contact/schema";
import * as partner from "@comity/domain/partner/schema";
import * as strategy from "@comity/domain/strategy/schema";
import * as today from "@comity/domain/today/schema";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { openApiDocument } from "../src/openapi.ts";

interface Operation {
  readonly summary?: string;
  readonly responses: Readonly<Record<string, { readonly content?: Record<string, unknown> }>>;
  readonly parameters?: ReadonlyArray<{ readonly name: string; readonly in: string }>;
}

const document = openApiDocument() as unknown as {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
};

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

describe("the OpenAPI document", () => {
  it("is the one that is committed: write it anew with `npm run openapi`", () => {
    const committed: unknown = JSON.parse(
      readFileSync(new URL("../openapi.json", import.meta.url), "utf8"),
    );
    expect(JSON.parse(JSON.stringify(document))).toEqual(committed);
  });

  it("describes the shapes of the domain under their own names", () => {
    const named = new Set(
      [change, contact, equity, outreach, partner, strategy, today]
        .flatMap((schemas) => Object.values(schemas) as ReadonlyArray<unknown>)
        .flatMap((schema) => (schema instanceof z.ZodType ? [schema.meta()?.id] : [])),
    );
    const used = Object.keys(document.components.schemas);
    const ofHttp = used.filter((name) => !named.has(name));
    expect(ofHttp.toSorted()).toEqual(
      [
        "AcquaintanceList",
        "AskPage",
        "AskWithPartner",
        "AskWithPartnerPage",
        "ChangePage",
        "CircleList",
        "ContactPage",
        "DescribedPartner",
        "DuplicateCandidateList",
        "DuplicateList",
        "EntryPage",
        "InputIssue",
        "Instant",
        "Kinds",
        "MergeList",
        "OpeningPage",
        "PartnerCount",
        "PartnerPage",
        "PartnerWithStanding",
        "PlainDate",
        "Problem",
        "TagList",
        "TimeZone",
        "WayOut",
        "When",
        "Workspace",
      ].toSorted(),
    );
    for (const name of [
      "Ask",
      "AskDraft",
      "Coverage",
      "Entry",
      "Partner",
      "Statement",
      "Transfer",
    ]) {
      expect(used).toContain(name);
    }
  });

  it("lets nothing be null that the domain does not", () => {
    const nullable = Object.entries(document.components.schemas)
      .filter(([, schema]) =>
        JSON.stringify((schema as { type?: unknown }).type ?? "").includes("null"),
      )
      .map(([name]) => name);
    expect(nullable).toEqual([]);
  });

  it.each(operations)(
    "says of $method $path what it does and how it refuses",
    ({ method, path, operation }) => {
      expect(operation.summary).not.toBe(undefined);
      const refusals = Object.entries(operation.responses).filter(
        ([status]) => Number(status) >= 400,
      );
      for (const [, { content }] of refusals) {
        expect(Object.keys(content ?? {})).toEqual(["application/problem+json"]);
      }
      const parameters = (operation.parameters ?? []).map(({ name }) => name);
      const isWrite = method !== "get" && !/\/(inspect|preview|check|project)$/.test(path);
      expect(parameters.includes("dryRun")).toBe(isWrite);
    },
  );
});
