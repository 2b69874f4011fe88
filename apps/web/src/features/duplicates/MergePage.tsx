import { ProblemError } from "@comity/client";
import type { MergePreview } from "@comity/domain/partner/schema";
import { useQueryClient } from "@tanstack/react-query";
import { ArrowLeftRight } from "lucide-react";
import { useRef, useState } from "react";
import { useLocation, useSearchParams } from "wouter";
import { newId } from "../../identity/newId.ts";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Hint } from "../../ui/Hint.tsx";
import { Page } from "../../ui/Page.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { readingTroubleInWords } from "../../workspace/troubleInWords.ts";
import { useWrite } from "../../workspace/useWrite.ts";
import { fieldsInWords } from "../partner/partnerInWords.ts";
import { FieldChoice } from "./FieldChoice.tsx";
import { FindOther } from "./FindOther.tsx";
import { Ledgers } from "./Ledgers.tsx";
import { becauseInWords, likelihoodInWords } from "./likenessInWords.ts";
import styles from "./MergePage.module.css";
import { mergeTwo } from "./mergeTwo.ts";
import {
  differingFields,
  mayKeepBoth,
  mergedBy,
  pickOf,
  type Picks,
  resultOf,
  undecidedFields,
} from "./merging.ts";
import { duplicatesPath, usePreview } from "./reading.ts";
import { WhatStays } from "./WhatStays.tsx";

/** Makes two partners one, field by field. `?other=` names the other; without it, it is looked for. */
export const MergePage = ({ partnerId }: { readonly partnerId: string }) => {
  const [params] = useSearchParams();
  const otherId = params.get("other");
  // Said in the query, so that what was chosen stays on the page.
  const isSwapped = params.has("swap");
  const back =
    params.get("from") === "duplicates"
      ? { href: duplicatesPath, label: "Perhaps the same" }
      : { href: `/partners/${partnerId}`, label: "Back to the partner" };
  return (
    <Page title={otherId === null ? "Merge with…" : "Two become one"} back={back}>
      {otherId === null ? (
        <FindOther partnerId={partnerId} />
      ) : (
        <Both {...(isSwapped ? turned(partnerId, otherId) : { partnerId, otherId })} />
      )}
    </Page>
  );
};

const turned = (partnerId: string, otherId: string) => ({
  partnerId: otherId,
  otherId: partnerId,
});

const isGone = (error: unknown): boolean =>
  error instanceof ProblemError && (error.problem.status === 404 || error.problem.status === 422);

const Both = ({ partnerId, otherId }: { readonly partnerId: string; readonly otherId: string }) => {
  const { data, error, refetch } = usePreview(partnerId, otherId);
  // Kept by whom they name, so that a swap of who stays keeps them, too.
  const [picks, setPicks] = useState<Picks>({});
  if (data !== undefined) return <Fields preview={data} picks={picks} onPicks={setPicks} />;
  if (error === null) return <Waiting />;
  return isGone(error) ? (
    <EmptyState title="One of the two is not here.">
      <p>They may be one already, or one of them was removed.</p>
      <ButtonLink href="/partners">To the list</ButtonLink>
    </EmptyState>
  ) : (
    <Trouble onRetry={() => void refetch()}>{readingTroubleInWords(error)}</Trouble>
  );
};

interface FieldsProps {
  readonly preview: MergePreview;
  readonly picks: Picks;
  readonly onPicks: (picks: Picks) => void;
}

const Fields = ({ preview, picks, onPicks }: FieldsProps) => {
  const { kept, other, likeness } = preview;
  const two = { kept, other };
  const differing = differingFields(two);
  const undecided = undecidedFields(preview.overfull, picks);
  const [isAsked, setAsked] = useState(false);
  const fields = useRef<HTMLDivElement>(null);
  const { merge, isSaving, trouble } = useMerging(preview, picks);
  const go = (): void => {
    const [first] = undecided;
    if (first === undefined) void merge();
    else {
      setAsked(true);
      fields.current?.querySelector<HTMLElement>(`[data-field="${first}"] input`)?.focus();
    }
  };
  return (
    <div className={styles.columns}>
      <div className={styles.left} ref={fields}>
        <Heads preview={preview} />
        {likeness.guards.includes("different-linkedin") && (
          <Hint>They have two LinkedIn profiles, which usually are two people.</Hint>
        )}
        {differing.length === 0 ? (
          <p className={styles.nothing}>
            They say nothing different. What only one of them has is kept.
          </p>
        ) : (
          differing.map((field) => (
            <FieldChoice
              key={field}
              field={field}
              two={two}
              pick={undecided.includes(field) ? undefined : pickOf(two, field, picks)}
              mayBoth={mayKeepBoth(two, field)}
              isFull={preview.overfull.includes(field)}
              error={isAsked && undecided.includes(field) ? noRoomInWords(field) : undefined}
              onPick={(pick) => onPicks({ ...picks, [field]: pick })}
            />
          ))
        )}
        <Ledgers kept={kept} other={other} />
        <p className={styles.because}>
          {[likelihoodInWords(likeness), ...becauseInWords(likeness)].join(" · ")}
        </p>
      </div>
      <WhatStays partner={mergedBy(two, picks)}>
        {trouble !== undefined && <Trouble>{trouble}</Trouble>}
        <Button tone="give" busy={isSaving} onClick={go}>
          Make them one
        </Button>
        <p className={styles.aside}>It can be undone at any time.</p>
      </WhatStays>
    </div>
  );
};

const noRoomInWords = (field: keyof typeof fieldsInWords): string =>
  `There is no room for both under “${fieldsInWords[field]}”. Choose which to keep.`;

const useMerging = ({ kept, other }: MergePreview, picks: Picks) => {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const [params] = useSearchParams();
  // Tried again, it is the same merge; with the two in other places it is another one.
  const [ids] = useState(() => new Map([kept.id, other.id].map((each) => [each, newId()])));
  const { write, isSaving, trouble } = useWrite();
  const merge = (): Promise<void> =>
    write(async () => {
      const two = { kept, other };
      const result = resultOf(two, picks);
      const id = ids.get(kept.id) ?? newId();
      const draft = { id, otherId: other.id, ...(Object.keys(picks).length > 0 ? { result } : {}) };
      const isFromList = params.get("from") === "duplicates";
      await mergeTwo(kept.id, draft, { client, name: mergedBy(two, picks).name });
      navigate(isFromList ? duplicatesPath : `/partners/${kept.id}`, { replace: true });
    });
  return { merge, isSaving, trouble };
};

const Heads = ({ preview: { kept, other } }: { readonly preview: MergePreview }) => {
  const [, setParams] = useSearchParams();
  const swap = (): void =>
    setParams(
      (params) => {
        if (params.has("swap")) params.delete("swap");
        else params.set("swap", "");
        return params;
      },
      { replace: true },
    );
  return (
    <div className={styles.heads}>
      <div>
        <h2>
          <bdi>{kept.name}</bdi>
        </h2>
        <p>stays</p>
      </div>
      <Button small aria-label={`Swap: let ${other.name} stay instead`} onClick={swap}>
        <ArrowLeftRight size={16} aria-hidden />
        Swap
      </Button>
      <div>
        <h2>
          <bdi>{other.name}</bdi>
        </h2>
        <p>becomes part of it</p>
      </div>
    </div>
  );
};

const Waiting = () => (
  <div className={styles.waiting} aria-busy="true" aria-label="Comparing the two">
    <Skeleton width="60%" height="3rem" />
    <Skeleton width="100%" height="8rem" />
    <Skeleton width="100%" height="8rem" />
  </div>
);
