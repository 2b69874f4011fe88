import { Page } from "../../ui/Page.tsx";
import { Choosing } from "./Choosing.tsx";
import { Pressing } from "./Pressing.tsx";
import { Saying } from "./Saying.tsx";
import { Tokens } from "./Tokens.tsx";
import { Writing } from "./Writing.tsx";

/** Every part that pages are made of, in every state. Its pictures are compared by test/e2e/gallery.test.ts. */
export const GalleryPage = () => (
  <Page
    title="Components"
    aside="What the pages are made of, in every state."
    back={{ href: "/me/settings", label: "Settings" }}
  >
    <Tokens />
    <Pressing />
    <Writing />
    <Choosing />
    <Saying />
  </Page>
);
