import { ProblemError, Unreachable } from "@comity/client";

/** As the server has it; the page says so before a large file is sent for nothing. */
export const fileBytesMax = 8_000_000;

export const tooLargeInWords =
  "This file is larger than 8 MB. Leave columns out that you do not need, or split it into smaller files, and drop those here.";

/** Why the server did not take a file, by its own name for it. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof ProblemError ? error.problem.errors?.[0]?.code : undefined;

/** What a refused file means for the person in front of the page. It is never lost: it is still chosen. */
export const refusalInWords = (error: unknown): string => {
  if (error instanceof Unreachable) {
    return "Comity cannot be reached. The file is still here; try again in a moment.";
  }
  if (!(error instanceof ProblemError)) {
    // A file that was moved, renamed or saved anew since cannot be read any more.
    return error instanceof DOMException
      ? "The file cannot be read any more: it may have been moved or saved anew. Choose it again."
      : "Something went wrong in this page. The file is still here; try again.";
  }
  const { status } = error.problem;
  if (status === 413 && codeOf(error) === undefined) return tooLargeInWords;
  if (status === 415) {
    return "This kind of file cannot be read. Save it as CSV (comma separated) or vCard, and drop that here.";
  }
  return error.message;
};
