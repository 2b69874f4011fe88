import { comity } from "@comity/client";
import { noticeFailure } from "./connection.ts";
import { placeRoot } from "./place.ts";

/** The workspace behind this page. Everything the page knows, it asks here. */
export const workspace = comity({
  fetch: async (input, init) => {
    try {
      return await fetch(`${placeRoot()}${input}`, init);
    } catch (error) {
      if (init.signal?.aborted !== true) noticeFailure();
      throw error;
    }
  },
});
