import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { name: "exchange", include: ["test/**/*.test.ts"], sequence: { concurrent: true } },
});
