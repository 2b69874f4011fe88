/** The functions that reference cases name, each served by the public rules of the domain. */
import {
  accountAt,
  accountOf,
  askWindow,
  capacityOf,
  cautiousPreset,
  creditLearned,
  dayMs,
  equityOf,
  giveFirst,
  type LedgerEvent,
  logRatioOf,
  lomaxSilence,
  mayAsk,
  silenceOf,
  standingOf,
  streakOf,
  trustOf,
} from "@comity/domain/equity/rules";
import type { EquityPolicy, Evidence } from "@comity/domain/equity/schema";

/** What stands at the top of a case file, for all of its cases. */
export interface Constants {
  readonly defaults?: Params;
}

/** Constants as a file or a case writes them: what is left out falls back to the next one up. */
type Params = Partial<Omit<EquityPolicy, "q">> & { readonly q?: Partial<EquityPolicy["q"]> };

interface Own {
  readonly params?: Params;
}

const policyOf = ({ params }: Own, { defaults }: Constants): EquityPolicy => ({
  ...cautiousPreset,
  grace: 0,
  ...defaults,
  ...params,
  q: { ...cautiousPreset.q, ...defaults?.q, ...params?.q },
});

/** Days as a case counts them. Every instant of a case is a whole number of milliseconds. */
const msOfDays = (days: number): number => Math.round(days * dayMs);

type CaseEvent = { readonly id: string; readonly at: number } & (
  | Omit<Extract<LedgerEvent, { kind: "transfer" }>, "atMs">
  | Omit<Extract<LedgerEvent, { kind: "breach" }>, "atMs">
);

interface LedgerInput extends Own {
  readonly events: ReadonlyArray<CaseEvent>;
  readonly queries: ReadonlyArray<readonly [owner: string, bank: string, t: number]>;
}

const ledger = (input: LedgerInput, constants: Constants) => {
  const policy = policyOf(input, constants);
  const events = input.events.map((event) => ({ ...event, atMs: msOfDays(event.at) }));
  return Object.fromEntries(
    input.queries.map(([owner, bank, t]) => {
      const account = standingOf(events, { owner, bank, atMs: msOfDays(t) }, policy);
      const reading = { P: account.principal, I: account.interest, E: equityOf(account) };
      return [`${owner}@${bank}@${t}`, reading];
    }),
  );
};

interface AskInput extends Own {
  readonly E: number;
  readonly cost: number;
  readonly offer: number;
  readonly tau: number;
  readonly evidence: Evidence;
}

const ask = (input: AskInput, constants: Constants) => {
  const { cost, offer, evidence } = input;
  const { after, shortfall, verdict } = mayAsk(
    {
      equity: input.E,
      reserved: 0,
      cost,
      offer,
      trust: input.tau,
      evidence,
      gifts: 0,
      firstAsk: false,
    },
    policyOf(input, constants),
  );
  return { after, covered: verdict !== "not-yet", shortfall };
};

const capacity = (input: Own & { readonly E: number }, constants: Constants) =>
  capacityOf(input.E, policyOf(input, constants));

interface TrustInput extends Own {
  readonly kept: ReadonlyArray<number>;
  readonly broken: ReadonlyArray<number>;
  readonly at: number;
}

/** A promise counts one when it is due and fades like a standing that earns nothing. */
const trust = (input: TrustInput, constants: Constants) => {
  const fading = {
    halfLifeDays: policyOf(input, constants).trustHalfLifeDays,
    interestRatio: 0,
  };
  const left = (days: ReadonlyArray<number>): number => {
    const promises = days.map((day) => ({ atMs: msOfDays(day), amount: 1 }));
    return accountAt(accountOf(promises, fading), msOfDays(input.at), fading).principal;
  };
  return trustOf(left(input.kept), left(input.broken));
};

interface WindowInput extends Own {
  readonly P: number;
  readonly I: number;
  readonly cost: number;
}

/** A case file has no way to write a window that never ends: null. */
const windowDays = (input: WindowInput, constants: Constants): number | null => {
  const account = { principal: input.P, interest: input.I, atMs: 0 };
  const days = askWindow(account, input.cost, policyOf(input, constants));
  return Number.isFinite(days) ? days : null;
};

interface GiveInput extends Own {
  readonly shortfall: number;
  readonly waitDays: number;
}

const give = (input: GiveInput, constants: Constants) =>
  giveFirst(input.shortfall, input.waitDays, policyOf(input, constants));

interface CalibrationInput {
  readonly pairs: ReadonlyArray<readonly [estimated: number, stated: number]>;
  readonly q0: number;
  readonly n0: number;
}

const calibration = ({ pairs, q0, n0 }: CalibrationInput) => {
  const logRatioSum = pairs.reduce((sum, pair) => sum + logRatioOf(...pair), 0);
  return creditLearned({ logRatioSum, count: pairs.length }, q0, n0);
};

interface SilenceInput {
  readonly gap: number;
  readonly cadence: number;
  readonly slipping: boolean;
}

const silence = ({ gap, cadence, slipping }: SilenceInput) =>
  silenceOf({ gapDays: gap, cadenceDays: cadence, slipping });

interface StreakInput {
  readonly times: ReadonlyArray<number>;
  readonly now: number;
  readonly cadence: number;
  readonly grace: number;
}

const streak = ({ times, now, cadence, grace }: StreakInput) =>
  streakOf(times.map(msOfDays), msOfDays(now), cadence, grace);

interface LomaxInput {
  readonly contacts: number;
  readonly days: number;
  readonly gap: number;
  readonly a: number;
  readonly tau: number;
}

const lomax = ({ contacts, days, gap, a, tau }: LomaxInput) =>
  lomaxSilence({ contacts, days, gapDays: gap }, { contacts: a, gapDays: tau });

/** A function of the catalogue, from the input of a case to what it answers. */
export type Fn = (input: unknown, constants: Constants) => unknown;

/** Cases bring inputs of the documented shapes, so each function may name the shape it reads. */
const reads = <Input>(fn: (input: Input, constants: Constants) => unknown): Fn =>
  fn as (input: unknown, constants: Constants) => unknown;

export const fns: ReadonlyMap<string, Fn> = new Map([
  ["ledger", reads(ledger)],
  ["ask", reads(ask)],
  ["capacity", reads(capacity)],
  ["trust", reads(trust)],
  ["askWindow", reads(windowDays)],
  ["giveFirst", reads(give)],
  ["calibration", reads(calibration)],
  ["silence", reads(silence)],
  ["streak", reads(streak)],
  ["lomaxSilence", reads(lomax)],
]);
