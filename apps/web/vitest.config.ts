import { configDefaults, defineConfig } from "vitest/config";

/** What takes minutes waits for `npm run test:soak`. */
const isSoak = process.env["SOAK"] !== undefined;

export default defineConfig({
  test: {
    name: "web",
    include: ["test/**/*.test.ts"],
    exclude: isSoak ? configDefaults.exclude : [...configDefaults.exclude, "test/soak/**"],
    // A page waits half of its time.
    maxWorkers: 2,
    expect: { poll: { timeout: 8_000 } },
    // A machine that does much else paints late now and then; what is broken fails twice.
    retry: 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
