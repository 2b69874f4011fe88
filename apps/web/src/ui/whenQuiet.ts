const restMs = 4_000;

/**
 * Runs a while after the page stands: what may be wanted next is fetched then, and not beside what is
 * shown first. Called before that, what it returns takes it back.
 */
export const whenQuiet = (run: () => void): (() => void) => {
  const timer = setTimeout(run, restMs);
  return () => clearTimeout(timer);
};
