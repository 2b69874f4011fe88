import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "exchange",
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/support/runs.ts"],
    // Some tests measure, on machines that have other things to do.
    testTimeout: 60_000,
    sequence: { concurrent: true },
  },
});
