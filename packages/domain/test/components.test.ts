/** What holds for every schema that the domain exports. */
import { assert, describe, it } from "@effect/vitest";
import * as change from "@comity/domain/change/schema";
import * as contact from "@comity/domain/contact/schema";
import * as equity from "@comity/domain/equity/schema";
import * as outreach from "@comity/domain/outreach/schema";
import * as partner from "@comity/domain/partner/schema";
import * as strategy from "@comity/domain/strategy/schema";
import * as time from "@comity/domain/time/schema";
import * as today from "@comity/domain/today/schema";
import * as z from "zod";
import { arbitraryOf } from "./support/arbitrary.ts";

const exported = [change, contact, equity, outreach, partner, strategy, time, today].flatMap(
  (module) => Object.entries<unknown>({ ...module }),
);

const schemas = exported.flatMap(([name, value]) =>
  value instanceof z.ZodType ? [[name, value] as const] : [],
);

const everySchema = z.object(Object.fromEntries(schemas));

/** All schema nodes of a JSON Schema, at any depth. */
const nodesOf = (node: unknown): ReadonlyArray<Readonly<Record<string, unknown>>> => {
  if (Array.isArray(node)) return node.flatMap(nodesOf);
  if (typeof node !== "object" || node === null) return [];
  return [node as Readonly<Record<string, unknown>>, ...Object.values(node).flatMap(nodesOf)];
};

const unboundedIn = (json: unknown): ReadonlyArray<unknown> =>
  nodesOf(json).filter((node) => {
    if (node["type"] === "array") return !("maxItems" in node);
    const limits = ["maxLength", "pattern", "enum", "const"];
    return node["type"] === "string" && !limits.some((limit) => limit in node);
  });

describe("the schemas of the domain", () => {
  it("have one name each, as a component and as an export", () => {
    assert.isAbove(schemas.length, 30);
    for (const [name, schema] of schemas) assert.strictEqual(schema.meta()?.id, name);
    assert.lengthOf(new Set(schemas.map(([name]) => name)), schemas.length);
    const { $defs } = z.toJSONSchema(everySchema);
    assert.sameMembers(
      Object.keys($defs ?? {}),
      schemas.map(([name]) => name),
    );
  });

  it("say what they are", () => {
    for (const [name, schema] of schemas) assert.isNotEmpty(schema.meta()?.description, name);
  });

  it("describe what goes in as what comes out: nothing is transformed, coerced or defaulted", () => {
    assert.deepStrictEqual(
      z.toJSONSchema(everySchema, { io: "input" }).$defs,
      z.toJSONSchema(everySchema, { io: "output" }).$defs,
    );
  });

  it("are JSON as they stand: no date, map, bigint or undefined", () => {
    // The conversion throws where JSON cannot say it.
    const json = z.toJSONSchema(everySchema, { unrepresentable: "throw" });
    assert.deepEqual(JSON.parse(JSON.stringify(json)), json);
  });

  it("refuse keys that they do not know", () => {
    const objects = nodesOf(z.toJSONSchema(everySchema).$defs).filter(
      (node) => node["type"] === "object" && "properties" in node,
    );
    assert.isAbove(objects.length, 20);
    for (const node of objects) {
      assert.strictEqual(node["additionalProperties"], false, JSON.stringify(node));
    }
  });

  it("give a maximum to every text and list that comes from outside", () => {
    const { AskDraft, AskQuestion, GrantDraft, ReversalDraft, TransferDraft } = equity;
    const { ImportedPartner, PartnerChange, PartnerDraft } = partner;
    for (const schema of [
      contact.ContactDraft,
      strategy.StrategyChange,
      today.SnoozeDraft,
      AskDraft,
      AskQuestion,
      GrantDraft,
      ReversalDraft,
      TransferDraft,
      ImportedPartner,
      PartnerChange,
      PartnerDraft,
    ]) {
      assert.isEmpty(unboundedIn(z.toJSONSchema(schema)), schema.meta()?.id);
    }
  });

  // Of a change of many, hardly any that is drawn says anything.
  const seldomDrawn = new Set(["BulkDraft"]);
  const drafts = schemas.filter(([name]) => name.endsWith("Draft") && !seldomDrawn.has(name));
  for (const [name, schema] of drafts) {
    it.prop(
      `are the same again when parsed twice: ${name}`,
      [arbitraryOf(schema)],
      ([value]) => {
        assert.deepStrictEqual(schema.parse(JSON.parse(JSON.stringify(value))), value);
      },
      { arbitrary: { runs: 50, maxDiscards: 5000 } },
    );
  }
});
