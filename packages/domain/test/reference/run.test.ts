import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest";
import { fns } from "./fns.ts";

const runner = join(import.meta.dirname, "run.ts");
const listed = join(import.meta.dirname, "reference-cases.json");

interface Outcome {
  readonly code: number;
  readonly lines: ReadonlyArray<string>;
  readonly complaint: string;
}

const run = (...args: ReadonlyArray<string>): Promise<Outcome> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [runner, ...args], (_, stdout, stderr) => {
      const lines = stdout.split("\n").slice(0, -1);
      resolve({ code: child.exitCode ?? -1, lines, complaint: stderr });
    });
  });

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "comity-cases-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const written = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};

const defaults = {
  halfLifeDays: 100,
  interestRatio: 0,
  askWeight: 3,
  breachWeight: 5,
  q: { observed: 1, stated: 0.5, estimated: 0.25 },
  overdraft: 6,
  trustHalfLifeDays: 10,
};

/** A file with these cases, each an entry of function, input and expected answer. */
const cases = (name: string, list: ReadonlyArray<readonly [string, unknown, unknown]>) =>
  written(
    name,
    JSON.stringify({
      version: 1,
      defaults,
      cases: list.map(([fn, input, expected], index) => ({
        id: `case-${index + 1}`,
        fn,
        input,
        expected,
        tol: 1e-9,
      })),
    }),
  );

const ask = { E: 0, cost: 2, offer: 0, tau: 0.5, evidence: "observed" };

const transfer = (id: string, at: number, given: object = {}) => ({
  id,
  at,
  kind: "transfer",
  from: "me",
  to: "pat",
  benefit: 8,
  cost: 1,
  asked: false,
  evidence: "observed",
  strings: false,
  ...given,
});

/** A standing that earns nothing. */
const only = (P: number) => ({ P, I: 0, E: P });

const standing = (P: number) => ({ "me@pat@100": only(P) });

describe("the runner of reference cases", () => {
  it("passes every listed case of the functions there are", async () => {
    const { code, lines } = await run(listed, "--only", [...fns.keys()].join(","));
    assert.deepEqual([code, lines], [0, ["35 passed, 0 failed"]]);
  });

  it("fails on a function that is not there yet, unless it is left out", async () => {
    const path = await cases("unknown.json", [
      ["ask", ask, { after: -6, covered: true, shortfall: 0 }],
      ["horoscope", {}, "good"],
    ]);
    const whole = await run(path);
    assert.strictEqual(whole.code, 1);
    assert.lengthOf(whole.lines, 2);
    assert.match(whole.lines[0] ?? "", /^case-2 .*no function/);
    assert.strictEqual(whole.lines[1], "1 passed, 1 failed");
    const part = await run(path, "--only=ask");
    assert.deepEqual([part.code, part.lines], [0, ["1 passed, 0 failed"]]);
    assert.strictEqual((await run(path, "--only", "ask", "--only", "horoscope")).code, 1);
  });

  it("fails on a wrong answer, with one line that says where", async () => {
    const path = await cases("wrong.json", [
      ["ask", ask, { after: -6.00001, covered: true, shortfall: 0 }],
      ["ask", ask, { after: -6, covered: false, shortfall: 0 }],
      ["ask", ask, { after: -6, covered: true, shortfall: 0, more: null }],
      ["capacity", { E: 0 }, "2"],
      ["capacity", { E: 0 }, 2.00000001],
      ["capacity", { E: 0 }, 2.000000001],
      ["capacity", { E: 0 }, [2]],
      ["ask", null, {}],
      ["ledger", { events: [], queries: [["me", "pat", 1]] }, { "me@pat@2": { P: 0, I: 0, E: 0 } }],
    ]);
    const { code, lines } = await run(path);
    assert.strictEqual(code, 1);
    assert.deepEqual(
      lines.map((line) => line.split(" ")[0]),
      ["case-1", "case-2", "case-3", "case-5", "case-7", "case-8", "case-9", "2"],
    );
    assert.include(lines[0], "after");
    assert.strictEqual(lines.at(-1), "2 passed, 7 failed");
  });

  it("takes the constants of the file, unless a case brings its own", async () => {
    const gift = [transfer("g", 0, { evidence: "stated" })];
    const queries = [["me", "pat", 100]];
    const own = { ...defaults, halfLifeDays: 50, q: { observed: 1, stated: 1, estimated: 1 } };
    const path = await cases("constants.json", [
      ["ledger", { events: gift, queries }, standing(2)],
      ["ledger", { params: own, events: gift, queries }, standing(2)],
      ["ledger", { params: { ...own, halfLifeDays: 100 }, events: gift, queries }, standing(4)],
      ["capacity", { E: -3 }, 1],
      ["capacity", { E: -9 }, 0],
      ["capacity", { E: -3, params: { ...defaults, overdraft: 9, askWeight: 1 } }, 6],
      ["ask", { ...ask, offer: 8, evidence: "stated" }, { after: -4, covered: true, shortfall: 0 }],
      ["ask", { ...ask, E: -1 }, { after: -7, covered: false, shortfall: 1 }],
      ["ask", { ...ask, E: -5e-13 }, { after: -6, covered: true, shortfall: 0 }],
      ["ask", { ...ask, E: -0.0005 }, { after: -6.0005, covered: false, shortfall: 0.0005 }],
      ["trust", { kept: [0, 10], broken: [], at: 10 }, 2.5 / 3.5],
    ]);
    assert.deepEqual(await run(path), { code: 0, lines: ["11 passed, 0 failed"], complaint: "" });
  });

  it("reads ledgers of any shape: any order, parts of days, many parties, strings, breaches", async () => {
    const events = [
      transfer("late", 300.5, { benefit: 100 }),
      { id: "b", at: 100.25, kind: "breach", from: "me", to: "pat", size: 0.2 },
      transfer("g", 0.25),
      transfer("strings", 100.25, { strings: true, asked: true, from: "pat", to: "me" }),
      transfer("other", 0.25, { from: "zoe", to: "pat", evidence: "estimated" }),
      transfer("same", 0.25, { benefit: 0.5 }),
    ];
    const queries = [
      ["me", "pat", -1],
      ["me", "pat", 0.25],
      ["me", "pat", 100.25],
      ["pat", "me", 100.25],
      ["zoe", "pat", 200.25],
      ["pat", "zoe", 200.25],
      ["me", "me", 1e3],
    ];
    const expected = {
      "me@pat@-1": only(0),
      "me@pat@0.25": only(8.5),
      "me@pat@100.25": only(4.25 - 1 - 3),
      "pat@me@100.25": only(0),
      "zoe@pat@200.25": only(0.5),
      "pat@zoe@200.25": only(0),
      "me@me@1000": only(0),
    };
    const path = await cases("shapes.json", [
      ["ledger", { events, queries }, expected],
      ["ledger", { events: events.toReversed(), queries }, expected],
      ["ledger", { events: [], queries: [] }, {}],
    ]);
    assert.deepEqual(await run(path), { code: 0, lines: ["3 passed, 0 failed"], complaint: "" });
  });

  it("says what it cannot use, and how it is used", async () => {
    for (const [args, complaint] of [
      [[], /Usage: /],
      [["one.json", "two.json"], /Usage: /],
      [[listed, "--onyl", "ask"], /Usage: /],
      [[listed, "--only"], /Usage: /],
      [[listed, "--only", "aks"], /"aks"/],
      [[join(folder, "absent.json")], /Cannot read .*absent\.json/],
      [[await written("text.json", "not json")], /Cannot read .*text\.json/],
      [[await written("list.json", "[]")], /Cannot read .*list\.json/],
      [[await written("bare.json", '{"cases":[{"fn":"ask"}]}')], /Cannot read .*bare\.json/],
    ] as const) {
      const outcome = await run(...args);
      assert.strictEqual(outcome.code, 2, args.join(" "));
      assert.isEmpty(outcome.lines);
      assert.match(outcome.complaint, complaint);
      assert.notInclude(outcome.complaint, "    at ");
    }
  });
});
