import { describe, expect, it } from "vitest";
import {
  curveShape,
  type CurvePoint,
  levelsOf,
  nearestStep,
} from "../../src/features/equity/curve/curveGeometry.ts";
import { labelsOf } from "../../src/features/equity/curve/curveLabels.ts";
import { sliceOf } from "../../src/ui/useWindowed.ts";

const day = 86_400_000;
const frame = { width: 600, height: 200, top: 10, right: 10, bottom: 20, left: 10 };

const points: ReadonlyArray<CurvePoint> = [
  { atMs: 0, equity: 0, entryId: null },
  { atMs: 0, equity: 27, entryId: "gift" },
  { atMs: 50 * day, equity: 25, entryId: null },
  { atMs: 50 * day, equity: -5, entryId: "ask" },
  { atMs: 60 * day, equity: -4.8, entryId: null },
  { atMs: 60 * day, equity: -4.8, entryId: "came back" },
  { atMs: 100 * day, equity: -4, entryId: null },
];

describe("the statement curve", () => {
  const shape = curveShape(points, [], frame);

  it("makes a step of every entry that changes the standing, and of no other", () => {
    expect(shape.steps.map(({ entryId, change }) => [entryId, change])).toEqual([
      ["gift", 27],
      ["ask", -30],
    ]);
  });

  it("draws gifts upwards, asks downwards, and zero between them", () => {
    const [gift, ask] = shape.steps;
    expect(gift?.toY).toBeLessThan(gift?.fromY ?? 0);
    expect(ask?.toY).toBeGreaterThan(shape.zeroY);
    expect(gift?.fromY).toBe(shape.zeroY);
  });

  it("stays inside its frame, and leaves room before the first step", () => {
    for (const { x, toY } of shape.steps) {
      expect(x).toBeGreaterThan(frame.left);
      expect(x).toBeLessThanOrEqual(frame.width - frame.right);
      expect(toY).toBeGreaterThanOrEqual(frame.top);
      expect(toY).toBeLessThanOrEqual(frame.height - frame.bottom);
    }
    expect(shape.line).not.toMatch(/NaN|Infinity/);
  });

  it("finds the step nearest to a pointer", () => {
    expect(nearestStep(shape.steps, 0)).toBe(0);
    expect(nearestStep(shape.steps, 590)).toBe(1);
  });

  it("stands with a single moment, and with none", () => {
    const one = curveShape(points.slice(0, 2), [], frame);
    expect(one.line).not.toMatch(/NaN|Infinity/);
    expect(one.steps).toHaveLength(1);
    expect(curveShape([], [], frame).steps).toEqual([]);
  });

  it("names only heights that keep a distance to each other", () => {
    const asks = [1, 2, 18, 20].map((needed) => ({ needed, label: String(needed) }));
    const levels = levelsOf(asks, shape, frame.top);
    expect(levels.map(({ label }) => label)).toEqual(["20"]);
  });
});

describe("the names of the heights", () => {
  const flat = (y: number) => [
    { x: 10, y },
    { x: 590, y },
  ];

  it("stand at the left above their line, where nothing is in the way", () => {
    expect(labelsOf([{ y: 60, label: "a day" }], flat(120), frame)).toEqual([
      { y: 60, label: "a day", x: 10, baseline: 55 },
    ]);
  });

  it("go below, or to the right, where the curve runs through them", () => {
    const [below] = labelsOf([{ y: 60, label: "a day" }], flat(52), frame);
    expect(below?.baseline).toBeGreaterThan(60);
    const riser = [
      { x: 20, y: 180 },
      { x: 20, y: 20 },
      { x: 300, y: 20 },
    ];
    const [right] = labelsOf([{ y: 60, label: "a day" }], riser, frame);
    expect(right?.x).toBeGreaterThan(500);
  });

  it("are left away with their line, where the curve is everywhere", () => {
    const grid = Array.from({ length: 60 }, (_, index) => [
      { x: index * 10, y: 0 },
      { x: index * 10, y: 200 },
    ]).flat();
    expect(labelsOf([{ y: 60, label: "a day" }], grid, frame)).toEqual([]);
  });
});

describe("a long list", () => {
  it("shows the rows near the window, however long it is", () => {
    const slice = sliceOf({ top: -76_000, viewHeight: 900 }, 10_000, 76);
    expect(slice.start).toBeLessThan(1_000);
    expect(slice.end - slice.start).toBeLessThan(50);
    expect(sliceOf({ top: 0, viewHeight: 900 }, 3, 76)).toEqual({ start: 0, end: 3 });
    expect(sliceOf({ top: -76_000, viewHeight: 900 }, 3, 76)).toEqual({ start: 3, end: 3 });
  });
});
