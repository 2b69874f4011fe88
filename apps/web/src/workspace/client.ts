import { comity } from "@comity/client";

/** The workspace behind this page. Everything the page knows, it asks here. */
export const workspace = comity();
