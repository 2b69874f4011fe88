/** Measurements are ratios: contestants take turns in one run, and only their quotients mean anything. */

export interface Contestant {
  readonly name: string;
  /** Runs once, and returns what it took, in a unit that all contestants share. */
  readonly run: () => number | Promise<number>;
}

const medianOf = (values: ReadonlyArray<number>): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
};

/** Medians by name, over rounds in which every contestant runs once, after one round to warm up. */
export const medians = async (
  contestants: ReadonlyArray<Contestant>,
  rounds: number,
): Promise<Readonly<Record<string, number>>> => {
  const taken = new Map<string, Array<number>>(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const { name, run } of contestants) {
      const took = await run();
      if (round > 0) taken.get(name)?.push(took);
    }
  }
  return Object.fromEntries([...taken].map(([name, values]) => [name, medianOf(values)]));
};

export interface Figure {
  readonly id: string;
  readonly path: string;
  readonly goal: string;
  readonly measured: string;
  readonly isMet: boolean;
}

/** A goal is met within this factor of it: these machines are shared (SPEED). */
export const tolerance = 1.15;

export const millisecondsOf = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};
