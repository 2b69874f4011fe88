import { ProblemError, Unreachable } from "@comity/client";

/** What a failed request means for the person in front of the page. */
export const troubleInWords = (error: unknown): string => {
  if (error instanceof ProblemError) return error.message;
  if (error instanceof Unreachable) {
    return "Comity cannot be reached. What you wrote is still here; try again in a moment.";
  }
  return "Something went wrong in this page. What you wrote is still here; try again.";
};
