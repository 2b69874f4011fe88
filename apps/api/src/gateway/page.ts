const isAsset = (path: string): boolean => path.startsWith("/assets/");

/** Files whose name changes with their content never change. */
export const cacheControlOf = (path: string): string =>
  isAsset(path) ? "public, max-age=31536000, immutable" : "no-cache";

/** A page of the app, and not a file: the app itself finds out what to show there. */
export const isPlace = (path: string): boolean =>
  !isAsset(path) && !(path.split("/").at(-1) ?? "").includes(".");
