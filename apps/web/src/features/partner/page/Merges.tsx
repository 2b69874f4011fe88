import { Button } from "../../../ui/Button.tsx";
import { dayInWords, msOf } from "../../../ui/clock.ts";
import styles from "./Merges.module.css";
import { useMergeVerbs } from "./partnerVerbs.ts";
import { useMerges } from "./reading.ts";

/** What became one with this partner, the latest first: that one can be taken apart. */
export const Merges = ({ partnerId }: { readonly partnerId: string }) => {
  const { data = [] } = useMerges(partnerId);
  const { partAgain } = useMergeVerbs();
  if (data.length === 0) return null;
  return (
    <section className={styles.merges} aria-label="Merged">
      {data.map((merge) => (
        <div key={merge.id}>
          <p>
            Became one with <bdi>{merge.otherName}</bdi> on {dayInWords(msOf(merge.mergedAt))}.
          </p>
          <Button small tone="quiet" onClick={() => void partAgain(merge)}>
            Make them two again
          </Button>
        </div>
      ))}
    </section>
  );
};
