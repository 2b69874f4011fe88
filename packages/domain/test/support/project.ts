/** A project of someone else, outside of this repository, with what it has installed. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";

/** The folder of this package. */
export const packageFolder = join(import.meta.dirname, "..", "..");

const binaries = [
  join(packageFolder, "node_modules", ".bin"),
  join(packageFolder, "..", "..", "node_modules", ".bin"),
];

export interface Outcome {
  readonly isOk: boolean;
  readonly output: string;
}

/** Runs a command with the tools of the workspace at hand. */
export const run = (
  cwd: string,
  command: string,
  ...args: ReadonlyArray<string>
): Promise<Outcome> =>
  new Promise((resolve) => {
    // The Node that runs the tests comes first, so that the project is run by the same one.
    const path = [dirname(process.execPath), ...binaries, process.env["PATH"] ?? ""];
    const env = { ...process.env, PATH: path.join(delimiter) };
    execFile(command, args, { cwd, env }, (error, stdout, stderr) => {
      resolve({ isOk: error === null, output: `${stdout}${stderr}`.trim() });
    });
  });

export interface Project {
  readonly folder: string;
  readonly write: (name: string, text: string) => Promise<void>;
  /** Links a package of this workspace as if it were installed; no network is needed. */
  readonly install: (...names: ReadonlyArray<string>) => Promise<void>;
  /** Links this package as it stands, with its sources for a build. */
  readonly installSelf: () => Promise<void>;
  readonly node: (...args: ReadonlyArray<string>) => Promise<Outcome>;
  /** Checks the types of these files, in the strictest way. */
  readonly check: (...files: ReadonlyArray<string>) => Promise<Outcome>;
  readonly remove: () => Promise<void>;
}

export const makeProject = async (): Promise<Project> => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "comity-project-")));
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  await write("package.json", JSON.stringify({ private: true, type: "module" }));
  const link = async (name: string, target: string): Promise<void> => {
    const place = join(folder, "node_modules", name);
    await mkdir(dirname(place), { recursive: true });
    await symlink(await realpath(target), place, "junction");
  };
  return {
    folder,
    write,
    install: async (...names) => {
      for (const name of names) await link(name, join(packageFolder, "node_modules", name));
    },
    installSelf: () => link("@comity/domain", packageFolder),
    node: (...args) => run(folder, process.execPath, ...args),
    check: async (...files) => {
      const compilerOptions = {
        module: "NodeNext",
        target: "ES2024",
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        skipLibCheck: false,
        noEmit: true,
        types: [],
        // Where the package is linked as it stands, its doors lead to sources.
        allowImportingTsExtensions: true,
      };
      await write("tsconfig.json", JSON.stringify({ compilerOptions, files }));
      return run(folder, "tsc", "--project", ".");
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
};
