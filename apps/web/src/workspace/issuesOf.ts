import { ProblemError } from "@comity/client";

/** The fields that a refusal points at, by their first segment, and what is wrong with them. */
export const issuesOf = (error: unknown): ReadonlyMap<string, string> =>
  new Map(
    error instanceof ProblemError
      ? (error.problem.errors ?? []).map(({ pointer, message }) => [
          pointer.split("/")[1] ?? "",
          message,
        ])
      : [],
  );
