import type { Coverage } from "@comity/domain/equity/schema";

/** A request that leads on, ready to be sent. */
export interface WayOut {
  readonly title: string;
  readonly method: "GET" | "POST" | "PATCH";
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** What the API says when it refuses (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** What to do next. */
  readonly detail: string;
  readonly errors?: ReadonlyArray<{
    readonly pointer: string;
    readonly code: string;
    readonly message: string;
  }>;
  readonly field?: string;
  readonly etag?: string;
  readonly coverage?: Coverage;
  readonly coveredFrom?: string | null;
  readonly waysOut?: ReadonlyArray<WayOut>;
}

/** A refusal, thrown. `problem.type` tells refusals apart, `message` says what to do next. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** The API could not be reached, or did not answer as the API does. What was sent may have arrived. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
}
