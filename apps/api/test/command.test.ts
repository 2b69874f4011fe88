/** The `comity` command, started as a user starts it. */
import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { request } from "node:http";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, describe, expect, it } from "vitest";
import { defaultDataFolder } from "../src/node/dataFolder.ts";
import { addressOf, commandPath } from "./targets.ts";

const folder = mkdtempSync(join(tmpdir(), "comity-command-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const comity = (...args: ReadonlyArray<string>) =>
  spawn(process.execPath, [commandPath, ...args], { stdio: ["ignore", "pipe", "pipe"] });

const ending = (child: ReturnType<typeof comity>) =>
  new Promise<{ code: number | null; said: string }>((resolve) => {
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => (said += String(chunk)));
    child.stderr.on("data", (chunk: Buffer) => (said += String(chunk)));
    child.once("close", (code) => resolve({ code, said }));
  });

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

/** `fetch` does not let a caller choose the Host. */
const statusWithHost = (address: string, host: string) =>
  new Promise<number>((resolve, reject) => {
    const asked = request(`${address}/v1/workspace`, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.once("error", reject);
    asked.end();
  });

describe("comity start", () => {
  it("makes the data folder, prints where things are, and keeps them there", async () => {
    const data = join(folder, "new", "place");
    const child = comity("start", "--port", "0", "--data", data);
    const end = ending(child);
    const address = await addressOf(child);
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${address}/v1/workspace`)).status).toBe(200);
    expect(existsSync(join(data, "workspace.sqlite"))).toBe(true);
    expect(statSync(data).mode & 0o077).toBe(0);
    child.kill("SIGTERM");
    expect((await end).said).toContain(data);
  });

  it.each(["SIGINT", "SIGTERM"] as const)("frees the port on %s", async (signal) => {
    const port = await freePort();
    for (const _ of [1, 2]) {
      const child = comity("start", "--port", String(port), "--data", join(folder, signal));
      const end = ending(child);
      const address = await addressOf(child);
      // A connection that is kept open must not hold the server back.
      await fetch(`${address}/v1/workspace`);
      child.kill(signal);
      expect((await end).code).toBe(0);
    }
  });

  it("says that a port is taken, and which to try", async () => {
    const first = comity("start", "--port", "0", "--data", join(folder, "first"));
    const port = new URL(await addressOf(first)).port;
    const second = await ending(comity("--port", port, "--data", join(folder, "second")));
    expect(second.code).toBe(1);
    expect(second.said).toContain(`Port ${port} is taken`);
    expect(second.said).toContain(`--port ${Number(port) + 1}`);
    expect(existsSync(join(folder, "second", "workspace.sqlite"))).toBe(false);
    first.kill("SIGTERM");
  });

  it("keeps a folder to itself, and leaves it to the next one after a crash", async () => {
    const data = join(folder, "shared");
    const first = comity("start", "--port", "0", "--data", data);
    await addressOf(first);
    const second = await ending(comity("start", "--port", "0", "--data", data));
    expect([second.code, second.said]).toEqual([1, expect.stringContaining("--data")]);
    const end = ending(first);
    first.kill("SIGKILL");
    await end;
    const third = comity("start", "--port", "0", "--data", data);
    expect(await addressOf(third)).toMatch(/^http/);
    third.kill("SIGTERM");
  });

  it("answers only to names of this machine", async () => {
    const child = comity("start", "--port", "0", "--data", join(folder, "hosts"));
    const address = await addressOf(child);
    const { port } = new URL(address);
    for (const own of [
      `localhost:${port}`,
      `127.0.0.1:${port}`,
      `[::1]:${port}`,
      `LOCALHOST:${port}`,
    ]) {
      expect(await statusWithHost(address, own)).toBe(200);
    }
    for (const other of [
      "comity.example",
      `comity.example:${port}`,
      `localhost.evil.example:${port}`,
      "localhost:1",
    ]) {
      expect(await statusWithHost(address, other)).toBe(403);
    }
    const crossSite = { headers: { "sec-fetch-site": "cross-site" } };
    expect((await fetch(`${address}/v1/workspace`, crossSite)).status).toBe(403);
    child.kill("SIGTERM");
  });

  it("keeps what it writes to its user, in a folder that others may read too", async () => {
    const data = join(folder, "open");
    mkdirSync(data, { mode: 0o755 });
    const child = comity("start", "--port", "0", "--data", data);
    await addressOf(child);
    for (const file of readdirSync(data)) {
      expect([file, statSync(join(data, file)).mode & 0o077]).toEqual([file, 0]);
    }
    child.kill("SIGTERM");
  });

  it("listening to all, answers to plain addresses and its own name only", async () => {
    const data = join(folder, "all");
    const child = comity("start", "--port", "0", "--host", "0.0.0.0", "--data", data);
    const address = await addressOf(child);
    const { port } = new URL(address);
    for (const own of [`127.0.0.1:${port}`, `192.168.7.9:${port}`, `${hostname()}:${port}`]) {
      expect(await statusWithHost(address, own)).toBe(200);
    }
    expect(await statusWithHost(address, `rebound.example:${port}`)).toBe(403);
    child.kill("SIGTERM");
  });

  it("says what to do when the folder or what is in it cannot be used", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "not a folder");
    const broken = join(folder, "broken");
    mkdirSync(broken);
    writeFileSync(
      join(broken, "workspace.sqlite"),
      "not a database, and longer than a header is".repeat(9),
    );
    for (const data of [file, broken]) {
      const end = await ending(comity("start", "--port", "0", "--data", data));
      expect([end.code, end.said]).toEqual([1, expect.stringContaining("--data")]);
      expect(end.said).toContain(data);
    }
  });

  it("leaves alone what a later version has written, and says so", async () => {
    const data = join(folder, "later");
    mkdirSync(data);
    const file = new DatabaseSync(join(data, "workspace.sqlite"));
    file.exec("CREATE TABLE migrations (migration_id INTEGER PRIMARY KEY, name TEXT)");
    file.exec("INSERT INTO migrations VALUES (9999, 'later')");
    const end = await ending(comity("start", "--port", "0", "--data", data));
    expect([end.code, end.said]).toEqual([1, expect.stringContaining("later Comity")]);
    expect(end.said).toContain("--data");
    expect(file.prepare("SELECT name FROM sqlite_master").all()).toEqual([{ name: "migrations" }]);
    file.close();
  });

  it("explains itself, and what it does not understand", async () => {
    const help = await ending(comity("--help"));
    expect([help.code, help.said]).toEqual([0, expect.stringContaining("--port N")]);
    for (const args of [
      ["--colour"],
      ["fly"],
      ["--port", "abc"],
      ["--port", "65536"],
      ["start", "now"],
    ]) {
      const wrong = await ending(comity(...args));
      expect(wrong.code).toBe(2);
      expect(wrong.said.length).toBeGreaterThan(20);
    }
    const nowhere = await ending(comity("--host", "203.0.113.9", "--port", "0", "--data", folder));
    expect([nowhere.code, nowhere.said]).toEqual([1, expect.stringContaining("203.0.113.9")]);
  });
});

describe("the default data folder", () => {
  it("is where the platform keeps what belongs to its user", () => {
    expect(defaultDataFolder("linux", { XDG_DATA_HOME: "/x" })).toBe(join("/x", "comity"));
    expect(defaultDataFolder("linux", {})).toMatch(/\.local.share.comity$/);
    expect(defaultDataFolder("darwin", {})).toMatch(/Library.Application Support.comity$/);
    expect(defaultDataFolder("win32", { APPDATA: "/roaming" })).toBe(join("/roaming", "comity"));
  });
});
