import { execFile } from "node:child_process";
import { globSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const houseFolder = fileURLToPath(new URL("..", import.meta.url));

export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

interface Report {
  readonly summary: {
    readonly violations: ReadonlyArray<{
      readonly rule: { readonly name: string };
      readonly from: string;
      readonly to: string;
    }>;
    readonly totalCruised: number;
  };
  readonly modules: ReadonlyArray<{ readonly source: string }>;
}

const command = join(
  houseFolder,
  "checks/node_modules/dependency-cruiser/bin/dependency-cruiser.mjs",
);

/** Every arrow of a checkout against the rules of the house. */
export const cruise = async (root: string) => {
  const folders = globSync("{packages,apps}/*/src", { cwd: root });
  const config = join(houseFolder, ".dependency-cruiser.cjs");
  const args = [command, "--config", config, "--output-type", "json", ...folders];
  // The reporter for JSON exits with 0 whatever it found.
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: root,
    maxBuffer: 100_000_000,
  });
  const { summary, modules } = JSON.parse(stdout) as Report;
  return {
    violations: summary.violations.map(({ rule, from, to }): Violation => ({
      rule: rule.name,
      from,
      to,
    })),
    /** Sources that were read. A parser that cannot read TypeScript reads none, and finds nothing. */
    read: modules.filter(({ source }) => /^(packages|apps)\/.*\.tsx?$/.test(source)).length,
  };
};
