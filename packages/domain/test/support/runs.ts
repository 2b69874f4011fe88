import * as Arbitrary from "effect/Arbitrary";

/**
 * How often each property is tried. A failure prints its seed, second in the `Replay` list;
 * `PROPERTY_SEED` draws the same values again, `PROPERTY_RUNS` tries more often.
 */
const { PROPERTY_RUNS = "1000", PROPERTY_SEED } = process.env;

Arbitrary.configureGlobal({ check: { runs: Number(PROPERTY_RUNS), seed: PROPERTY_SEED } });
