import type { Size } from "@comity/domain/equity/schema";
import { ProblemError } from "@comity/client";
import { skipToken, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { nowMs, today } from "../../../ui/clock.ts";
import { DateField } from "../../../ui/DateField.tsx";
import { Trouble } from "../../../ui/Trouble.tsx";
import { workspace } from "../../../workspace/client.ts";
import { keys } from "../../../workspace/keys.ts";
import { readingTroubleInWords } from "../../../workspace/troubleInWords.ts";
import styles from "./AskDialog.module.css";
import { giveNowInWords, spanInWords } from "./planInWords.ts";
import { SizeChoice } from "../SizeChoice.tsx";
import { type Asked, sizeFrom } from "./verdictInWords.ts";

interface PlanForDayProps {
  readonly partnerId: string;
  readonly name: string;
  readonly asked: Asked;
}

/** An ask on a later day: what to give now, and from when until when a gift would earn it. */
export const PlanForDay = ({ partnerId, name, asked }: PlanForDayProps) => {
  const [on, setOn] = useState<string | undefined>("");
  const [chosen, setChosen] = useState<Size>();
  const day = on === "" ? undefined : on;
  const plan = useProjection(partnerId, asked, day, undefined);
  const needed = plan.data?.projection.giveNow ?? 0;
  const gift = chosen ?? (needed > 0 ? sizeFrom(needed) : undefined);
  const withGift = useProjection(partnerId, asked, gift === undefined ? undefined : day, gift);
  const error = plan.error ?? withGift.error;
  const isRefused = error instanceof ProblemError && error.problem.status === 422;
  return (
    <div className={styles.plan}>
      <DateField
        label="The day on which you would like to ask"
        hint="“In two weeks”, “3 March”, or from the calendar."
        min={today()}
        error={inPlace(error)}
        value={on}
        onDate={setOn}
      />
      {error !== null && !isRefused && (
        <Trouble onRetry={() => void (plan.error === null ? withGift : plan).refetch()}>
          {readingTroubleInWords(error)}
        </Trouble>
      )}
      {day !== undefined && plan.data !== undefined && (
        <>
          <output className={styles.answer}>
            {giveNowInWords(plan.data.projection, { on: plan.data.on, name })}
          </output>
          <SizeChoice
            legend={`If you give now, it would mean to ${name}`}
            tone="give"
            value={gift}
            onChoose={setChosen}
          />
          <output className={styles.answer}>
            {withGift.data !== undefined &&
              spanInWords(withGift.data.projection, { on: withGift.data.on, nowMs: nowMs() })}
          </output>
        </>
      )}
    </div>
  );
};

const inPlace = (error: unknown): string | undefined => {
  if (!(error instanceof ProblemError) || error.problem.status !== 422) return undefined;
  return error.problem.errors?.[0]?.message ?? error.message;
};

/**
 * Asked anew whenever something about the partner was written down. The day comes with the answer,
 * because what was said stays until the next answer, so that nothing jumps.
 */
const useProjection = (
  partnerId: string,
  { cost, offer }: Asked,
  on: string | undefined,
  gift: Size | undefined,
) =>
  useQuery({
    queryKey: [...keys.partner(partnerId), "projection", { cost, offer, on, gift }],
    queryFn:
      on === undefined
        ? skipToken
        : async () => {
            const question = {
              partnerId,
              cost,
              on,
              ...(offer === undefined ? {} : { offer }),
              ...(gift === undefined ? {} : { gift }),
            };
            return { on, projection: await workspace.asks.project(question) };
          },
    placeholderData: (before) => before,
  });
