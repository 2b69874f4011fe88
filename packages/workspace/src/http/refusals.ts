/** Refusals of HTTP itself: before a verb is reached, or when the ground gives way under one. */
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { isSqlError } from "effect/sql/SqlError";
import type { ZodError } from "zod";
import { type Problem, problem } from "./problem.ts";

export const respond = (c: Context, said: Problem): Response =>
  c.body(JSON.stringify(said), said.status as ContentfulStatusCode, {
    "content-type": "application/problem+json",
  });

const pointerOf = (path: ReadonlyArray<PropertyKey>): string =>
  path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

/** What does not fit its schema. Where an unknown key is the trouble, the pointer names the key. */
export const invalid = (c: Context, error: ZodError): Response => {
  const errors = error.issues.slice(0, 50).flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({
          pointer: pointerOf([...issue.path, key]),
          code: "unknown-key",
          message: "This field does not exist. Leave it out.",
        }))
      : [{ pointer: pointerOf(issue.path), code: issue.code, message: issue.message }],
  );
  const first = errors[0];
  const detail = first === undefined ? "" : `${first.pointer || "The body"}: ${first.message}`;
  return respond(
    c,
    problem({ status: 422, type: "invalid", title: "Does not fit" }, detail, { errors }),
  );
};

export const notFound = (c: Context): Response =>
  respond(
    c,
    problem(
      { status: 404, type: "not-found", title: "Not found" },
      "There is nothing at this address. All addresses stand in /v1/openapi.json.",
    ),
  );

export const methodNotAllowed = (c: Context, methods: ReadonlyArray<string>): Response => {
  c.header("allow", methods.join(", "));
  const detail = `This address takes ${methods.join(", ")}.`;
  return respond(
    c,
    problem({ status: 405, type: "method-not-allowed", title: "Method not allowed" }, detail),
  );
};

export const tooLarge = (c: Context, bytesMax: number): Response =>
  respond(
    c,
    problem(
      { status: 413, type: "too-large", title: "Too large" },
      `A body here has at most ${bytesMax} bytes.`,
    ),
  );

export const unsupported = (c: Context, wanted: string): Response =>
  respond(
    c,
    problem(
      { status: 415, type: "unsupported-media-type", title: "Unsupported media type" },
      `Send ${wanted}, not compressed, with a content-type that says so.`,
    ),
  );

export const badHeader = (c: Context, detail: string): Response =>
  respond(c, problem({ status: 400, type: "bad-header", title: "Bad header" }, detail));

export const preconditionRequired = (c: Context): Response =>
  respond(
    c,
    problem(
      { status: 428, type: "precondition-required", title: "Say which version you change" },
      "Send If-Match with the ETag of the version that you read.",
    ),
  );

/** Anything thrown. Says nothing of what went on inside: that goes to the log of the host. */
export const thrown =
  (report: (error: unknown) => void) =>
  (error: Error, c: Context): Response => {
    if (error instanceof HTTPException && error.status === 400) {
      return respond(
        c,
        problem(
          { status: 400, type: "malformed-json", title: "Malformed JSON" },
          "The body is not JSON.",
        ),
      );
    }
    report(error);
    if (isSqlError(error)) return unavailable(c);
    return respond(
      c,
      problem(
        { status: 500, type: "internal", title: "Our mistake" },
        "Something failed on our side. A retry with the same ids is safe.",
      ),
    );
  };

/** The store cannot be written or read now. What was sent may have been kept: the same ids tell. */
const unavailable = (c: Context): Response => {
  c.header("retry-after", "5");
  return respond(
    c,
    problem(
      { status: 503, type: "unavailable", title: "Not available now" },
      "The store cannot be reached. Try again with the same ids.",
    ),
  );
};
