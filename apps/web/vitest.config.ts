import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "web",
    include: ["test/**/*.test.ts"],
    // A page waits half of its time.
    maxWorkers: 2,
    expect: { poll: { timeout: 8_000 } },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
