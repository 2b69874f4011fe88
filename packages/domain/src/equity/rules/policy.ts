/** The constants of the model, and the sizes people think in (MODEL 2.1, 2.2). */
import type { EquityPolicy, PolicyPreset, Size } from "../schema.ts";

export const dayMs = 86_400_000;

/** Comparisons at a threshold forgive this much rounding (MODEL 8, numerics). */
export const thresholdSlack = 1e-12;

/** What each size is worth, in ep (MODEL 2.1). */
export const sizesEp: Readonly<Record<Size, number>> = { XS: 1, S: 3, M: 9, L: 27, XL: 81 };

/** Long memory and full credit advise better than caution does (MODEL 6.5): the default. */
export const partnerPreset: EquityPolicy = {
  preset: "partner",
  halfLifeDays: 365,
  interestRatio: 0.5,
  askWeight: 2,
  breachWeight: 5,
  q: { observed: 1, stated: 1, estimated: 1 },
  overdraft: 0,
  slack: 1,
  grace: 0.001,
  giftsBeforeFirstAsk: 2,
  trustHalfLifeDays: 365,
  declinedAskShare: 0,
  daysBetweenAsks: 14,
  askExpiryDays: 90,
  cadenceDays: 30,
  answersBeforeLearning: 5,
  activeCircleMax: 15,
  newProspectShare: 1 / 3,
};

/** The values of MODEL 2.2. */
export const cautiousPreset: EquityPolicy = {
  ...partnerPreset,
  preset: "cautious",
  halfLifeDays: 110,
  q: { observed: 1, stated: 1, estimated: 0.75 },
};

/** Help that is soon forgotten: a delay of 30 days cuts giving by 30 % (MODEL 2.2). */
export const oneOffPreset: EquityPolicy = {
  ...partnerPreset,
  preset: "one-off",
  halfLifeDays: 58,
};

/** Closeness falls by 15 % in a year without contact (MODEL 2.2). */
export const closePreset: EquityPolicy = {
  ...partnerPreset,
  preset: "close",
  halfLifeDays: 1557,
};

export const policyPresets: Readonly<Record<PolicyPreset, EquityPolicy>> = {
  partner: partnerPreset,
  cautious: cautiousPreset,
  "one-off": oneOffPreset,
  close: closePreset,
};

/** A size or a number of ep, as ep. */
export const epOf = (worth: Size | number): number =>
  typeof worth === "number" ? worth : sizesEp[worth];
