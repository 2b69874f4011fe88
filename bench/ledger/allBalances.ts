/** L1: all balances with interest as of a date, against a plain loop and against SQLite. */
import { DatabaseSync } from "node:sqlite";
import { balancesOf, dayMs, type LedgerColumns, partnerPreset } from "@comity/domain/equity/rules";
import { type Figure, medians, millisecondsOf, tolerance } from "../rounds.ts";

const entries = 1_000_000;
const accounts = 10_000;
const spanDays = 1_000;
const asOfMs = spanDays * dayMs;
const rounds = 7;
const kappa = Math.LN2 / (partnerPreset.halfLifeDays * dayMs);
const r = partnerPreset.interestRatio * kappa;

/** Park and Miller's generator: the same columns in every run. */
const seeded = (seed: number) => {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

const columns = (): LedgerColumns => {
  const random = seeded(20_261_125);
  const account = new Uint32Array(entries);
  const atMs = new Float64Array(entries);
  const amount = new Float64Array(entries);
  for (let entry = 0; entry < entries; entry++) {
    account[entry] = Math.floor(random() * accounts);
    atMs[entry] = Math.floor((asOfMs * entry) / entries);
    amount[entry] = random() < 0.8 ? 1 + random() * 26 : -(1 + random() * 17);
  }
  return { account, atMs, amount };
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
