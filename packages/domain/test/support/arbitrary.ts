import * as Arbitrary from "effect/Arbitrary";
import * as JsonSchema from "effect/JsonSchema";
import * as Result from "effect/Result";
import { fromJsonSchemaDocument } from "effect/SchemaRepresentation";
import * as z from "zod";

/**
 * Draws values of a zod schema, by way of its JSON Schema, so that a shape is described once. What
 * JSON Schema cannot say (a refinement) is asked of zod itself: other draws are thrown away.
 */
export const arbitraryOf = <Schema extends z.ZodType>(
  schema: Schema,
): Arbitrary.Arbitrary<z.output<Schema>> => {
  const asJson = z.toJSONSchema(schema, { io: "input" });
  const described = fromJsonSchemaDocument(JsonSchema.fromSchemaDraft2020_12(asJson), {
    patterns: "apply",
  });
  return Arbitrary.filterMap(Arbitrary.schema(described), (drawn) => {
    const parsed = schema.safeParse(drawn);
    return parsed.success ? Result.succeed(parsed.data) : Result.failVoid;
  });
};
