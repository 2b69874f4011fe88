import { homedir } from "node:os";
import { join } from "node:path";

/** Where a program keeps what belongs to its user, by the custom of the platform. */
export const defaultDataFolder = (
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): string => {
  const home = homedir();
  if (platform === "darwin") return join(home, "Library", "Application Support", "comity");
  if (platform === "win32")
    return join(env["APPDATA"] || join(home, "AppData", "Roaming"), "comity");
  return join(env["XDG_DATA_HOME"] || join(home, ".local", "share"), "comity");
};
