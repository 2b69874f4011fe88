/** Chance that can be repeated: one seed, one course of events. */
export interface Chance {
  /** Even in [0, 1). */
  readonly unit: () => number;
  readonly happens: (probability: number) => boolean;
  readonly normal: (mean: number, deviation: number) => number;
  /** exp of a normal around 0: a factor that is as often above 1 as below. */
  readonly factor: (deviation: number) => number;
}

/** The generator mulberry32, which passes the usual tests and is short. */
const unitsOf = (seed: number): (() => number) => {
  let state = Math.imul(seed + 1, 0x9e37_79b1) >>> 0;
  return () => {
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

export const chanceOf = (seed: number): Chance => {
  const unit = unitsOf(seed);
  // Box and Muller: 1 - unit is never 0, so its logarithm is a number.
  const standard = () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
  return {
    unit,
    happens: (probability) => unit() < probability,
    normal: (mean, deviation) => mean + deviation * standard(),
    factor: (deviation) => Math.exp(deviation * standard()),
  };
};
