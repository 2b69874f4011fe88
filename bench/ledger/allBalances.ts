/** L1: all balances with interest as of a date, against a plain loop and against SQLite. */
import { DatabaseSync } from "node:sqlite";
import { balancesOf, dayMs, type LedgerColumns, partnerPreset } from "@comity/domain/equity/rules";
import { type Figure, medians, millisecondsOf, tolerance } from "../rounds.ts";
import { accounts, asOfMs, columns, entries } from "./columns.ts";

const rounds = 7;
const kappa = Math.LN2 / (partnerPreset.halfLifeDays * dayMs);
const r = partnerPreset.interestRatio * kappa;

/** L7: what an entry takes, by how much the buffers of the process grow. */
const bytesPerEntry = (): number => {
  const before = process.memoryUsage().arrayBuffers;
  const held = columns();
  const bytes = (process.memoryUsage().arrayBuffers - before) / held.account.length;
  return bytes;
};

/** The same arithmetic with nothing around it. */
const plainLoop = ({ account, atMs, amount }: LedgerColumns) => {
  const P = new Float64Array(accounts);
  const I = new Float64Array(accounts);
  const T = new Float64Array(accounts);
  for (let entry = 0; entry < entries; entry++) {
    const a = account[entry] as number;
    const t = atMs[entry] as number;
    const dt = t - (T[a] as number);
    const left = Math.exp(-kappa * dt);
    const p = P[a] as number;
    I[a] = ((I[a] as number) + r * (p > 0 ? p : 0) * dt) * left;
    P[a] = p * left + (amount[entry] as number);
    T[a] = t;
  }
  for (let a = 0; a < accounts; a++) {
    const dt = asOfMs - (T[a] as number);
    const left = Math.exp(-kappa * dt);
    const p = P[a] as number;
    I[a] = ((I[a] as number) + r * (p > 0 ? p : 0) * dt) * left;
    P[a] = p * left;
  }
  return { principal: P, interest: I };
};

const inSqlite = ({ account, atMs, amount }: LedgerColumns): DatabaseSync => {
  const database = new DatabaseSync(":memory:");
  database.exec("CREATE TABLE entries (account INTEGER, at REAL, amount REAL) STRICT");
  const insert = database.prepare("INSERT INTO entries VALUES (?, ?, ?)");
  database.exec("BEGIN");
  for (let entry = 0; entry < entries; entry++) {
    insert.run(account[entry] as number, atMs[entry] as number, amount[entry] as number);
  }
  database.exec("COMMIT");
  return database;
};

const areClose = (a: Float64Array, b: Float64Array): boolean =>
  a.every(
    (value, at) => Math.abs(value - (b[at] as number)) <= 1e-9 * Math.max(1, Math.abs(value)),
  );

export const memoryOfColumns = async (): Promise<Figure> => {
  const bytes = bytesPerEntry();
  return {
    id: "L7",
    path: "memory of a ledger in columns, 1e6 entries",
    goal: "<= 24 bytes per entry",
    measured: `${bytes.toFixed(1)} bytes`,
    isMet: bytes <= 24,
  };
};

export const allBalances = async (): Promise<ReadonlyArray<Figure>> => {
  const ledger = columns();
  const sum = inSqlite(ledger).prepare(
    "SELECT account, sum(amount * exp(? * (at - ?))) AS principal FROM entries GROUP BY account ORDER BY account",
  );
  const decayedSums = () => sum.all(kappa, asOfMs) as Array<{ principal: number }>;
  const ours = () => balancesOf(ledger, accounts, asOfMs, partnerPreset);

  const expected = plainLoop(ledger);
  const got = ours();
  const summed = Float64Array.from(decayedSums(), ({ principal }) => principal);
  if (!areClose(got.principal, expected.principal) || !areClose(got.interest, expected.interest)) {
    throw new Error("The plain loop finds other balances.");
  }
  if (!areClose(got.principal, summed)) throw new Error("SQLite finds another principal.");

  const taken = await medians(
    [
      { name: "ours", run: () => millisecondsOf(ours) },
      { name: "plain", run: () => millisecondsOf(() => plainLoop(ledger)) },
      { name: "sqlite", run: () => millisecondsOf(decayedSums) },
    ],
    rounds,
  );
  const [us, plain, sqlite] = [taken["ours"], taken["plain"], taken["sqlite"]] as [
    number,
    number,
    number,
  ];
  return [
    {
      id: "L1",
      path: "all balances with interest, 1e6 entries of 1e4 accounts, against a plain loop",
      goal: "<= 2.00x",
      measured: `${(us / plain).toFixed(2)}x (${us.toFixed(1)} against ${plain.toFixed(1)} ms)`,
      isMet: us / plain <= 2 * tolerance,
    },
    {
      id: "L1",
      path: "the same, against SQLite doing the decayed sum alone",
      goal: ">= 100x faster",
      measured: `${(sqlite / us).toFixed(1)}x (${sqlite.toFixed(0)} against ${us.toFixed(1)} ms)`,
      isMet: (sqlite / us) * tolerance >= 100,
    },
  ];
};
