import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { constants, gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** `npm run dev` serves the page alone, and passes the API on to a Comity that runs on its usual port. */
const server = "http://127.0.0.1:4747";

const preloadedFonts = /(newsreader|figtree)-latin-wght-normal-.*\.woff2$/;

/** The two faces that the first screen is set in are asked for together with the script. */
const preloadFonts: Plugin = {
  name: "preload-fonts",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((file) => preloadedFonts.test(file))
        .map((file) => ({
          tag: "link",
          attrs: {
            rel: "preload",
            href: `/${file}`,
            as: "font",
            type: "font/woff2",
            crossorigin: true,
          },
          injectTo: "head" as const,
        })),
  },
};

const compressible = /\.(js|css|html|svg)$/;

/** Writes a .gz beside each file, which the server hands out as it is. */
const precompress: Plugin = {
  name: "precompress",
  apply: "build",
  writeBundle: ({ dir = "dist" }) => {
    for (const file of readdirSync(dir, { recursive: true, encoding: "utf8" })) {
      if (!compressible.test(file)) continue;
      const path = join(dir, file);
      const level = constants.Z_BEST_COMPRESSION;
      writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level }));
    }
  },
};

export default defineConfig({
  plugins: [react(), preloadFonts, precompress],
  build: {
    target: "es2024",
    sourcemap: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // What the first page needs is one file: each more costs a request, and its head.
        codeSplitting: { groups: [{ name: "first", tags: ["$initial"] }] },
      },
    },
  },
  server: {
    proxy: {
      // The API takes requests of its own page only, so here the page says that it is that.
      "/v1": { target: server, changeOrigin: true, headers: { origin: server } },
      "/sample/v1": { target: server, changeOrigin: true, headers: { origin: server } },
    },
  },
});
