/**
 * Numbers as whole multiples of 2^-384, so that sums are exact and products nearly so: about as many
 * digits as seven doubles. Only what the oracle needs.
 */
const bits = 384n;
const one = 1n << bits;

const cutBits = 200;

/** The value of a double; what it has below 2^-200 is cut off. */
export const exactOf = (value: number): bigint =>
  BigInt(Math.trunc(value * 2 ** cutBits)) << (bits - BigInt(cutBits));

/** The nearest double, or one beside it. */
export const doubleOf = (exact: bigint): number => {
  const size = exact < 0n ? -exact : exact;
  // A double has room for 53 bits: so many are kept, with a few to spare.
  const spare = Math.max(0, size.toString(16).length * 4 - 64);
  return Number(exact >> BigInt(spare)) * 2 ** (spare - Number(bits));
};

export const times = (a: bigint, b: bigint): bigint => (a * b) >> bits;
export const over = (a: bigint, b: bigint): bigint => (a << bits) / b;

/** ln 2 = 2 artanh(1/3). */
const makeLn2 = (): bigint => {
  let sum = 0n;
  let power = one / 3n;
  for (let odd = 1n; power > 0n; odd += 2n) {
    sum += power / odd;
    power /= 9n;
  }
  return 2n * sum;
};
export const ln2: bigint = makeLn2();

/** 2^-x for x of at least 0: halves for the whole part, the series of e^-y for the rest. */
export const halved = (x: bigint): bigint => {
  const whole = x >> bits;
  const squarings = 12n;
  const y = times(x - (whole << bits), ln2) >> squarings;
  let sum = one;
  let term = one;
  for (let n = 1n; term !== 0n && term !== -1n; n++) {
    term = -times(term, y) / n;
    sum += term;
  }
  for (let round = 0n; round < squarings; round++) sum = times(sum, sum);
  return sum >> whole;
};
