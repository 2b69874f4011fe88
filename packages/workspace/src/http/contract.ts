/** Pieces that routes are described with. */
import { pageLimitMax } from "@comity/domain/partner/schema";
import * as z from "zod";
import { Problem } from "./problem.ts";

export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  content: { "application/json": { schema } },
  description,
});

const saying = (description: string) => ({
  content: { "application/problem+json": { schema: Problem } },
  description,
});

const refusals = {
  400: saying("The request is malformed."),
  404: saying("There is nothing with this id."),
  409: saying("Refused, with the way out."),
  412: saying("Changed since you read it."),
  413: saying("Too large."),
  415: saying("Not a media type that is taken here."),
  422: saying("Does not fit the schema."),
  428: saying("If-Match is missing."),
};

/** The refusals of a route, by status. */
export const refused = <S extends keyof typeof refusals>(...statuses: ReadonlyArray<S>) =>
  Object.fromEntries(statuses.map((status) => [status, refusals[status]])) as Pick<
    typeof refusals,
    S
  >;

export const pageOf = <T extends z.ZodType>(item: T, id: string) =>
  z
    .object({
      data: z.array(item),
      nextCursor: z.string().nullable().meta({ description: "Null: this is the last page." }),
    })
    .meta({ id, description: "A page of a longer list." });

/** A page as it is answered: lists that nobody else holds. */
export const plainPage = <A>({
  data,
  nextCursor,
}: {
  readonly data: ReadonlyArray<A>;
  readonly nextCursor: string | null;
}) => ({ data: [...data], nextCursor });

/** Query strings are text, so a number is spelled out before it is one. */
const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^(0|[1-9][0-9]{0,15})$/)
    .transform(Number)
    .pipe(z.number().int().min(min).max(max));

export const limit = wholeNumber(1, pageLimitMax)
  .optional()
  .meta({ param: { description: `How many, 1 to ${pageLimitMax}; 50 when left out.` } });

export const limitDefault = 50;

/** What most people can give in a week (MODEL 6.1), in ep. */
export const budgetDefault = 36;

export const count = wholeNumber;

/** Long enough for the longest name in any script. */
const cursorCharactersMax = 4000;

export const cursor = z.string().min(1).max(cursorCharactersMax).optional();

export const Paged = z.strictObject({ limit, cursor });

export const Write = z.strictObject({
  dryRun: z
    .enum(["true", "false"])
    .optional()
    .meta({ description: "true: say what would happen, and keep nothing." }),
});

export const Keyed = z.object({
  "idempotency-key": z
    .string()
    .optional()
    .meta({ description: "The same key with the same request gets the same answer, for a day." }),
});

export const pageRequestOf = (query: {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}) => ({ limit: query.limit ?? limitDefault, cursor: query.cursor ?? null });
