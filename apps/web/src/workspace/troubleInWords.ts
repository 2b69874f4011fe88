import { ProblemError, Unreachable } from "@comity/client";

/** What it means that something could not be read: nothing was written that could be lost. */
export const readingTroubleInWords = (error: unknown): string => {
  if (error instanceof ProblemError) return error.message;
  return error instanceof Unreachable
    ? "Comity cannot be reached, so this could not be read. Try again in a moment."
    : "Something went wrong in this page. Try again.";
};

/** What a failed request means for the person in front of the page. */
export const troubleInWords = (error: unknown): string => {
  if (error instanceof ProblemError) return error.message;
  if (error instanceof Unreachable) {
    return "Comity cannot be reached. What you wrote is still here; try again in a moment.";
  }
  return "Something went wrong in this page. What you wrote is still here; try again.";
};
