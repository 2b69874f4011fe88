import { defineConfig } from "vite";

/** The Worker as one file. Node runs the sources as they are. */
export default defineConfig({
  build: {
    ssr: "src/edge/worker.ts",
    target: "es2024",
    outDir: "dist",
    minify: true,
    rolldownOptions: {
      external: ["cloudflare:workers"],
      output: { entryFileNames: "worker.js", format: "es" },
    },
  },
  ssr: { target: "webworker", noExternal: true },
});
