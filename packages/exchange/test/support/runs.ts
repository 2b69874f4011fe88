import * as Arbitrary from "effect/Arbitrary";

/**
 * How often each property is tried, and from which seed. The same seed draws the same values, so that
 * a change is what fails a run and not the day.
 */
const { PROPERTY_RUNS = "200", PROPERTY_SEED = "20261125" } = process.env;

Arbitrary.configureGlobal({ check: { runs: Number(PROPERTY_RUNS), seed: PROPERTY_SEED } });
