/** Where the names of the heights stand, so that the curve does not run through them. Pure. */
import type { Frame, Level } from "./curveGeometry.ts";

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface LevelLabel extends Level {
  readonly x: number;
  /** The line that the letters stand on. */
  readonly baseline: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const pxPerCharacter = 5.6;
const ascentPx = 11;
const descentPx = 4;
const marginPx = 5;
const strideXPx = 8;

/** Above its line, and where there is no room, below. */
const baselinesPx = [-5, 14];

/** The heights that find room for their name; a line without a name would say nothing. */
export const labelsOf = (
  levels: ReadonlyArray<Level>,
  curve: ReadonlyArray<Place>,
  frame: Frame,
): ReadonlyArray<LevelLabel> => {
  const taken: Array<Box> = [];
  return levels.flatMap((level) => {
    const label = placesOf(level, frame).find((place) => {
      const box = boxOf(place);
      return box.top >= 0 && !taken.some((other) => touches(box, other)) && !isCrossed(box, curve);
    });
    if (label === undefined) return [];
    taken.push(boxOf(label));
    return [label];
  });
};

/** From the left edge to the right, where the curve has not begun or has just ended. */
const placesOf = (level: Level, frame: Frame): ReadonlyArray<LevelLabel> => {
  const last = frame.width - frame.right - widthOf(level);
  const count = Math.max(0, Math.floor((last - frame.left) / strideXPx));
  const xs = Array.from({ length: count + 1 }, (_, index) => frame.left + index * strideXPx);
  return [frame.left, last, ...xs].flatMap((x) =>
    baselinesPx.map((below) => ({ y: level.y, label: level.label, x, baseline: level.y + below })),
  );
};

const widthOf = ({ label }: Level): number => label.length * pxPerCharacter;

const boxOf = (label: LevelLabel): Box => ({
  left: label.x - marginPx,
  right: label.x + widthOf(label) + marginPx,
  top: label.baseline - ascentPx,
  bottom: label.baseline + descentPx,
});

const touches = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const isCrossed = (box: Box, curve: ReadonlyArray<Place>): boolean =>
  curve.some((to, index) => crosses(box, curve[index - 1] ?? to, to));

/** Whether a stretch of the curve runs through a box: what of it lies between the sides, by height. */
const crosses = (box: Box, from: Place, to: Place): boolean => {
  const [first, last] = from.x <= to.x ? [from, to] : [to, from];
  if (last.x < box.left || first.x > box.right) return false;
  const slope = last.x === first.x ? 0 : (last.y - first.y) / (last.x - first.x);
  const heightAt = (x: number): number => first.y + slope * (x - first.x);
  const ends =
    last.x === first.x
      ? [first.y, last.y]
      : [heightAt(Math.max(box.left, first.x)), heightAt(Math.min(box.right, last.x))];
  return Math.min(...ends) < box.bottom + marginPx && Math.max(...ends) > box.top - marginPx;
};
