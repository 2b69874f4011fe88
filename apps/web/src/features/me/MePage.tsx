import { Card, CardLink } from "../../ui/Card.tsx";
import { Page } from "../../ui/Page.tsx";

/** What is about yourself. */
export const MePage = () => (
  <Page title="Me">
    <Card>
      <CardLink
        href="/me/settings"
        title="Settings"
        detail="How fast goodwill fades, what an ask weighs, and your catalogue of gifts and asks."
      />
    </Card>
  </Page>
);
