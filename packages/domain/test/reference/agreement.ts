/** Whether an answer agrees with the expected one, as the reference cases compare. */

const fraction = /^(-?\d+)(?:\/(\d+))?$/;

const numberOf = (value: unknown): number | undefined => {
  if (typeof value === "number") return value;
  const [, above, below] = typeof value === "string" ? (fraction.exec(value) ?? []) : [];
  return above === undefined ? undefined : Number(above) / Number(below ?? "1");
};

const shown = (value: unknown): string => JSON.stringify(value) ?? String(value);

const isWithin = (got: number, expected: number, tol: number): boolean =>
  Math.abs(got - expected) <= tol * Math.max(1, Math.abs(expected));

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What differs, and where; undefined when the two agree. Keys that are not expected are free. */
export const differenceOf = (
  got: unknown,
  expected: unknown,
  tol: number,
  path = "",
): string | undefined => {
  const differs = `${path === "" ? "answer" : path}: expected ${shown(expected)}, got ${shown(got)}`;
  if (Array.isArray(expected)) {
    if (!Array.isArray(got) || got.length !== expected.length) return differs;
    return firstDifference(expected.keys(), got, expected, tol, path);
  }
  if (isRecord(expected)) {
    if (!isRecord(got)) return differs;
    return firstDifference(Object.keys(expected), got, expected, tol, path);
  }
  return isSame(got, expected, tol) ? undefined : differs;
};

const firstDifference = (
  keys: Iterable<string | number>,
  got: unknown,
  expected: unknown,
  tol: number,
  path: string,
): string | undefined => {
  for (const key of keys) {
    const found = differenceOf(at(got, key), at(expected, key), tol, `${path}[${shown(key)}]`);
    if (found !== undefined) return found;
  }
  return undefined;
};

const at = (value: unknown, key: string | number): unknown =>
  Object.getOwnPropertyDescriptor(value, key)?.value;

/** A fraction agrees exactly, or as a number does; a number agrees with a number only. */
const isSame = (got: unknown, expected: unknown, tol: number): boolean => {
  if (got === expected) return true;
  const expectedNumber = numberOf(expected);
  const gotNumber =
    typeof expected === "number" && typeof got !== "number" ? undefined : numberOf(got);
  if (expectedNumber === undefined || gotNumber === undefined) return false;
  return isWithin(gotNumber, expectedNumber, tol);
};
