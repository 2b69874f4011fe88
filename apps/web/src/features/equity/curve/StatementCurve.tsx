import { accountAt, sizesEp } from "@comity/domain/equity/rules";
import type { EquityPolicy, Statement, StatementSeries } from "@comity/domain/equity/schema";
import { type KeyboardEvent, type PointerEvent, useId, useMemo, useState } from "react";
import { dateTicks, dayInWords, dayMs, msOf } from "../../../ui/clock.ts";
import { useWidth } from "../../../ui/useWidth.ts";
import {
  type CurvePoint,
  type CurveShape,
  curveShape,
  type CurveStep,
  type Frame,
  levelsOf,
  nearestStep,
} from "./curveGeometry.ts";
import { type LevelLabel, labelsOf } from "./curveLabels.ts";
import styles from "./StatementCurve.module.css";
import { amountInWords, sizeInWords, sizes } from "../words.ts";

interface StatementCurveProps {
  readonly series: StatementSeries;
  readonly statement: Statement;
  readonly name: string;
  /** What an entry was, where it is known. */
  readonly whatOf: (entryId: string) => string | undefined;
}

const height = 260;
const edges = { top: 14, right: 14, bottom: 28, left: 2 };

/** The account over time: gifts go up, asks go down, and in between it fades. */
export const StatementCurve = ({ series, statement, name, whatOf }: StatementCurveProps) => {
  const [box, width] = useWidth<HTMLDivElement>();
  const [current, setCurrent] = useState<number>();
  const frame: Frame = useMemo(() => ({ width, height, ...edges }), [width]);
  const shape = useMemo(
    () => curveShape(pointsOf(series), aheadOf(series, statement.policy), frame),
    [series, statement.policy, frame],
  );
  const labels = useMemo(
    () => labelsOf(levelsOf(asksOf(statement.policy), shape, frame.top), shape.corners, frame),
    [statement.policy, shape, frame],
  );
  const { steps } = shape;
  const step = current === undefined ? undefined : steps[current];

  const point = (event: PointerEvent<HTMLDivElement>): void => {
    const { left } = event.currentTarget.getBoundingClientRect();
    if (steps.length > 0) setCurrent(nearestStep(steps, event.clientX - left));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = stepByKey(event.key, current, steps.length);
    if (next === undefined) return;
    event.preventDefault();
    setCurrent(next);
  };

  return (
    <figure className={styles.figure}>
      <div
        ref={box}
        className={styles.box}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a picture that is moved along, not a field
        role="slider"
        tabIndex={0}
        aria-label={`Your standing with ${name} over time. Arrow keys move from step to step.`}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={Math.max(steps.length - 1, 0)}
        aria-valuenow={current ?? Math.max(steps.length - 1, 0)}
        aria-valuetext={step === undefined ? "The whole curve" : stepInWords(step, whatOf)}
        onKeyDown={onKeyDown}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => setCurrent(undefined)}
      >
        {width > 0 && <Picture shape={shape} frame={frame} labels={labels} step={step} />}
      </div>
      <figcaption className={styles.caption}>
        {step === undefined ? (
          `${howToRead} ${labels.length > 0 ? howToReadLevels : ""}`
        ) : (
          <StepCaption step={step} whatOf={whatOf} />
        )}
      </figcaption>
    </figure>
  );
};

const howToRead =
  "Gifts lift the line, asks lower it, and in between it fades; the dashes show how it goes on by itself.";
const howToReadLevels = "Above a dotted line, an ask of that size is earned.";

const asksOf = (policy: EquityPolicy) =>
  sizes.map((size) => ({
    needed: policy.slack * policy.askWeight * sizesEp[size] - policy.overdraft,
    label: sizeInWords[size],
  }));

const stepByKey = (key: string, current: number | undefined, count: number): number | undefined => {
  if (count === 0) return undefined;
  const last = count - 1;
  switch (key) {
    case "ArrowLeft":
    case "ArrowDown":
      return current === undefined ? last : Math.max(0, current - 1);
    case "ArrowRight":
    case "ArrowUp":
      return current === undefined ? 0 : Math.min(last, current + 1);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return undefined;
  }
};

const pointsOf = (series: StatementSeries): ReadonlyArray<CurvePoint> =>
  series.points.map(({ at, equity, entryId }) => ({ atMs: msOf(at), equity, entryId }));

const aheadSamples = 12;

/** How the standing goes on when nothing happens, for a seventh of the time that is shown. */
const aheadOf = (series: StatementSeries, policy: EquityPolicy): ReadonlyArray<CurvePoint> => {
  const last = series.points.at(-1);
  if (last === undefined) return [];
  const atMs = msOf(last.at);
  const spanMs = Math.max((atMs - msOf(series.from)) / 7, 14 * dayMs);
  const { principal, interest } = last;
  return Array.from({ length: aheadSamples }, (_, index) => {
    const later = atMs + (spanMs * (index + 1)) / aheadSamples;
    const account = accountAt({ principal, interest, atMs }, later, policy);
    return { atMs: later, equity: account.principal + account.interest, entryId: null };
  });
};

const stepInWords = (step: CurveStep, whatOf: (entryId: string) => string | undefined): string => {
  const change = `${step.change > 0 ? "up" : "down"} by ${amountInWords(Math.abs(step.change))}`;
  return [dayInWords(step.atMs), whatOf(step.entryId), change]
    .filter((part) => part !== undefined)
    .join(", ");
};

const StepCaption = ({
  step,
  whatOf,
}: {
  readonly step: CurveStep;
  readonly whatOf: (entryId: string) => string | undefined;
}) => (
  <>
    <span className={styles.day}>{dayInWords(step.atMs)}</span>
    <span className={step.change > 0 ? styles.up : styles.down}>
      {`${step.change > 0 ? "+ " : "− "}${amountInWords(Math.abs(step.change))}`}
    </span>
    <span className={styles.what}>{whatOf(step.entryId) ?? ""}</span>
  </>
);

interface PictureProps {
  readonly shape: CurveShape;
  readonly frame: Frame;
  readonly labels: ReadonlyArray<LevelLabel>;
  readonly step: CurveStep | undefined;
}

const ticksPerPx = 1 / 95;

const Picture = ({ shape, frame, labels, step }: PictureProps) => {
  const ticks = dateTicks(shape.fromMs, shape.toMs, Math.max(2, frame.width * ticksPerPx));
  const baseline = frame.height - frame.bottom;
  return (
    <svg width={frame.width} height={frame.height} aria-hidden="true" className={styles.picture}>
      {labels.map(({ y, label }) => (
        <line
          key={label}
          className={styles.level}
          x1={frame.left}
          x2={frame.width - frame.right}
          y1={y}
          y2={y}
        />
      ))}
      {ticks.map(({ atMs, label }) => (
        <text key={atMs} className={styles.tick} x={shape.xOf(atMs)} y={frame.height - 6}>
          {label}
        </text>
      ))}
      {ticks.map(({ atMs }) => (
        <line
          key={atMs}
          className={styles.tickMark}
          x1={shape.xOf(atMs)}
          x2={shape.xOf(atMs)}
          y1={baseline}
          y2={baseline + 5}
        />
      ))}
      <Area shape={shape} frame={frame} />
      <line
        className={styles.zero}
        x1={frame.left}
        x2={frame.width - frame.right}
        y1={shape.zeroY}
        y2={shape.zeroY}
      />
      <path className={styles.ahead} d={shape.ahead} />
      <path className={styles.line} d={shape.line} />
      {shape.steps.map((each) => (
        <StepMark key={each.entryId} step={each} isCurrent={each === step} />
      ))}
      {labels.map(({ x, baseline, label }) => (
        <text key={label} className={styles.levelLabel} x={x} y={baseline}>
          {label}
        </text>
      ))}
      <circle className={styles.end} cx={shape.end.x} cy={shape.end.y} r="4.5" />
    </svg>
  );
};

/** What lies above zero has the colour of giving, what lies below that of asking. */
const Area = ({ shape, frame }: Pick<PictureProps, "shape" | "frame">) => {
  const id = useId();
  return (
    <>
      <clipPath id={`${id}above`}>
        <rect width={frame.width} height={shape.zeroY} />
      </clipPath>
      <clipPath id={`${id}below`}>
        <rect y={shape.zeroY} width={frame.width} height={frame.height} />
      </clipPath>
      <path className={styles.area} d={shape.area} clipPath={`url(#${id}above)`} />
      <path className={styles.areaBelow} d={shape.area} clipPath={`url(#${id}below)`} />
    </>
  );
};

const StepMark = ({
  step,
  isCurrent,
}: {
  readonly step: CurveStep;
  readonly isCurrent: boolean;
}) => (
  <g className={step.change > 0 ? styles.gift : styles.asked}>
    <line x1={step.x} x2={step.x} y1={step.fromY} y2={step.toY} />
    <circle cx={step.x} cy={step.toY} r={isCurrent ? 6 : 3} />
  </g>
);
