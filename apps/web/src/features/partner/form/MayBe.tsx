import type { DuplicateCandidate, Partner } from "@comity/domain/partner/schema";
import type { RefObject } from "react";
import { Button } from "../../../ui/Button.tsx";
import { becauseInWords } from "../../duplicates/likenessInWords.ts";
import styles from "./MayBe.module.css";

interface MayBeProps {
  readonly candidates: ReadonlyArray<DuplicateCandidate>;
  /** Something more than the name is typed, which the known one may lack. */
  readonly hasMore: boolean;
  readonly another: RefObject<HTMLButtonElement | null>;
  readonly onOpen: (partner: Partner) => void;
  readonly onAddTo: (partner: Partner) => void;
  readonly onAnother: () => void;
}

/** Who it may be already. It asks; it keeps nobody from adding another. */
export const MayBe = (props: MayBeProps) => {
  const { candidates, hasMore, another, onOpen, onAddTo, onAnother } = props;
  return (
    <div className={styles.maybe} aria-live="polite">
      {candidates.length > 0 && (
        <>
          <ul>
            {candidates.map(({ partner, likeness }) => (
              <li key={partner.id}>
                <p>
                  <b>
                    <bdi>{partner.name}</bdi>
                    {partner.organisation !== "" && (
                      <>
                        {" at "}
                        <bdi>{partner.organisation}</bdi>
                      </>
                    )}
                  </b>
                  {" may be the one"}
                  {likeness.because.length > 0 && (
                    <span className={styles.because}>{becauseInWords(likeness).join(", ")}</span>
                  )}
                </p>
                <div className={styles.verbs}>
                  <Button small aria-label={`Open ${partner.name}`} onClick={() => onOpen(partner)}>
                    Open
                  </Button>
                  {hasMore && (
                    <Button
                      small
                      aria-label={`Add this to ${partner.name}`}
                      onClick={() => onAddTo(partner)}
                    >
                      Add this to them
                    </Button>
                  )}
                </div>
              </li>
            ))}
          </ul>
          <Button ref={another} small tone="quiet" onClick={onAnother}>
            No, another person
          </Button>
        </>
      )}
    </div>
  );
};
