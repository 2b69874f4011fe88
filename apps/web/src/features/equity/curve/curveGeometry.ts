/** Where the lines of a statement curve run, in pixels. Pure: points in, paths out. */

export interface CurvePoint {
  readonly atMs: number;
  readonly equity: number;
  /** The entry that made the step which ends here. */
  readonly entryId: string | null;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface CurveStep {
  readonly atMs: number;
  readonly change: number;
  readonly equity: number;
  readonly entryId: string;
  readonly x: number;
  readonly fromY: number;
  readonly toY: number;
}

export interface CurveShape {
  readonly line: string;
  readonly area: string;
  /** How it goes on fading if nothing happens. */
  readonly ahead: string;
  readonly steps: ReadonlyArray<CurveStep>;
  /** Every corner of the line, and of how it goes on. */
  readonly corners: ReadonlyArray<{ readonly x: number; readonly y: number }>;
  readonly zeroY: number;
  readonly end: { readonly x: number; readonly y: number; readonly equity: number };
  readonly fromMs: number;
  readonly toMs: number;
  readonly xOf: (atMs: number) => number;
  readonly yOf: (equity: number) => number;
}

const smallestChange = 1e-6;

/** The span before the first entry, so that its step does not hide behind the edge. */
const leadMsOf = (spanMs: number): number => Math.max(spanMs * 0.03, 3 * 86_400_000);

export const curveShape = (
  points: ReadonlyArray<CurvePoint>,
  ahead: ReadonlyArray<CurvePoint>,
  frame: Frame,
): CurveShape => {
  const all = [...points, ...ahead];
  const firstMs = points[0]?.atMs ?? 0;
  const toMs = Math.max(all.at(-1)?.atMs ?? firstMs, firstMs + 1);
  const fromMs = firstMs - leadMsOf(toMs - firstMs);
  const most = Math.max(1, ...all.map(({ equity }) => equity)) * 1.08;
  const least = Math.min(0, ...all.map(({ equity }) => equity)) * 1.08;
  const innerWidth = frame.width - frame.left - frame.right;
  const innerHeight = frame.height - frame.top - frame.bottom;
  const xOf = (atMs: number): number =>
    frame.left + ((atMs - fromMs) / (toMs - fromMs)) * innerWidth;
  const yOf = (equity: number): number =>
    frame.top + ((most - equity) / (most - least)) * innerHeight;
  const zeroY = yOf(0);
  const begun = [{ atMs: fromMs, equity: 0 }, ...points];
  const line = pathOf(begun, xOf, yOf);
  const last = points.at(-1) ?? { atMs: firstMs, equity: 0 };
  const end = { x: xOf(last.atMs), y: yOf(last.equity), equity: last.equity };
  return {
    line,
    area: `${line}V${inPixels(zeroY)}H${inPixels(frame.left)}Z`,
    ahead: pathOf([last, ...ahead], xOf, yOf),
    steps: stepsOf(points, xOf, yOf),
    corners: [...begun, ...ahead].map(({ atMs, equity }) => ({ x: xOf(atMs), y: yOf(equity) })),
    zeroY,
    end,
    fromMs,
    toMs,
    xOf,
    yOf,
  };
};

const inPixels = (value: number): string => String(Math.round(value * 10) / 10);

const pathOf = (
  points: ReadonlyArray<Pick<CurvePoint, "atMs" | "equity">>,
  xOf: (atMs: number) => number,
  yOf: (equity: number) => number,
): string =>
  points
    .map(({ atMs, equity }, index) => {
      const place = `${inPixels(xOf(atMs))} ${inPixels(yOf(equity))}`;
      return `${index === 0 ? "M" : "L"}${place}`;
    })
    .join("");

/** What an entry changed is the way from the point before it; entries without a change make no step. */
const stepsOf = (
  points: ReadonlyArray<CurvePoint>,
  xOf: (atMs: number) => number,
  yOf: (equity: number) => number,
): ReadonlyArray<CurveStep> =>
  points.flatMap(({ atMs, equity, entryId }, index) => {
    const before = points[index - 1]?.equity ?? 0;
    const change = equity - before;
    if (entryId === null || Math.abs(change) < smallestChange) return [];
    return [{ atMs, change, equity, entryId, x: xOf(atMs), fromY: yOf(before), toY: yOf(equity) }];
  });

/** The step that stands nearest to a place on the picture. */
export const nearestStep = (steps: ReadonlyArray<CurveStep>, x: number): number =>
  steps.reduce(
    (best, step, index) =>
      Math.abs(step.x - x) < Math.abs((steps[best]?.x ?? Number.POSITIVE_INFINITY) - x)
        ? index
        : best,
    0,
  );

export interface Level {
  readonly y: number;
  readonly label: string;
}

/** Heights at which an ask of each size is earned, as far as they keep a distance to each other. */
export const levelsOf = (
  asks: ReadonlyArray<{ readonly needed: number; readonly label: string }>,
  shape: Pick<CurveShape, "yOf" | "zeroY">,
  top: number,
  distance = 26,
): ReadonlyArray<Level> => {
  const levels: Array<Level> = [];
  // From above, because the larger asks say more about where one stands.
  for (const { needed, label } of asks.toReversed()) {
    const y = shape.yOf(needed);
    const previous = levels.at(-1)?.y ?? Number.NEGATIVE_INFINITY;
    const isApart = y - previous >= distance && shape.zeroY - y >= distance;
    if (y >= top && isApart) levels.push({ y, label });
  }
  return levels;
};
