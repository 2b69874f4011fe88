import type { Partner } from "@comity/domain/partner/schema";
import { useLocation } from "wouter";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { readingTroubleInWords } from "../../workspace/troubleInWords.ts";
import { PartnerPicker } from "../acquaintance/PartnerPicker.tsx";
import { usePartner } from "../partner/reading.ts";
import styles from "./FindOther.module.css";
import { mergePath, useCandidates } from "./reading.ts";

/** Whom to merge with: who seems to be the same, or anybody that is looked up. */
export const FindOther = ({ partnerId }: { readonly partnerId: string }) => {
  const { data: partner, error, refetch } = usePartner(partnerId);
  if (partner !== undefined) return <Finding key={partner.id} partner={partner} />;
  return error === null ? (
    <Skeleton width="100%" height="3rem" />
  ) : (
    <Trouble onRetry={() => void refetch()}>{readingTroubleInWords(error)}</Trouble>
  );
};

const Finding = ({ partner }: { readonly partner: Partner }) => {
  const [, navigate] = useLocation();
  const { data = [] } = useCandidates(partner);
  return (
    <div className={styles.finding}>
      <p className={styles.lead}>
        Whom is <bdi>{partner.name}</bdi> the same as? Nothing is changed before you have seen both
        side by side.
      </p>
      <PartnerPicker
        label="The other one"
        except={[partner.id]}
        offered={data.map(({ partner: alike }) => alike)}
        onPick={({ id }) => navigate(mergePath(partner.id, id))}
      />
    </div>
  );
};
