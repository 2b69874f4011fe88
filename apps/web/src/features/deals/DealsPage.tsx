import { ButtonLink } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";

/** Until deals can be baked here, it says what will be, and what comes before any deal. */
export const DealsPage = () => (
  <Page title="Deals">
    <EmptyState title="A deal begins with having given.">
      <p>
        Here you will bake deals in which everyone comes out ahead: who brings what, who gets what,
        and what is left for the greater good. Until then, find someone to give to.
      </p>
      <ButtonLink tone="give" href="/partners">
        Find someone to give to
      </ButtonLink>
    </EmptyState>
  </Page>
);
