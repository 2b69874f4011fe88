import { useLocation } from "wouter";
import { ButtonLink } from "../../ui/Button.tsx";
import { nowMs, weekdayInWords } from "../../ui/clock.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { readingTroubleInWords } from "../../workspace/troubleInWords.ts";
import { WorthDoing } from "../moves/WorthDoing.tsx";
import { FirstPartners } from "../partner/FirstPartners.tsx";
import { useHasPartners } from "../partner/reading.ts";

/** What is worth doing now, and why. */
export const TodayPage = () => {
  const { data: hasPartners, error, refetch } = useHasPartners();
  const [, navigate] = useLocation();
  return (
    <Page title="Today" aside={weekdayInWords(nowMs())}>
      {hasPartners === false && <FirstPartners onAdd={() => navigate("/partners?do=add")} />}
      {hasPartners === undefined && error !== null ? (
        <Trouble onRetry={() => void refetch()}>{readingTroubleInWords(error)}</Trouble>
      ) : (
        hasPartners !== false && <WorthDoing whenNothing={<NothingNow />} />
      )}
    </Page>
  );
};

const NothingNow = () => (
  <EmptyState title="Nothing needs you today.">
    <p>Whom you gave to, and what comes back, shows here when it is worth another step.</p>
    <ButtonLink href="/partners">To your partners</ButtonLink>
  </EmptyState>
);
