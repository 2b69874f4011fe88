import { policyPresets, policyWith } from "@comity/domain/equity/rules";
import type { EquityPolicy, Learned } from "@comity/domain/equity/schema";
import type { Terms } from "@comity/domain/equity";
import type { TimeZone } from "@comity/domain/time/schema";
import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { SqlClient } from "effect/sql/SqlClient";

export interface SettingsRow {
  readonly time_zone: string;
  readonly policy: string;
  readonly policy_version: number;
  readonly learned: string;
}

/** What a workspace is judged and dated by. Made with the workspace. */
export class Settings extends Context.Service<Settings, { readonly terms: Effect.Effect<Terms> }>()(
  "@comity/store/settings/Settings",
) {
  /** The time zone is that of a new workspace; one that exists keeps its own. */
  static readonly layer = (timeZone: string) =>
    Layer.effect(
      Settings,
      Effect.gen(function* () {
        const sql = yield* SqlClient;
        yield* sql`INSERT INTO settings (id, time_zone, policy, policy_version)
          VALUES (1, ${timeZone}, ${JSON.stringify(policyPresets.partner)}, 1)
          ON CONFLICT (id) DO NOTHING`;
        const terms = Effect.map(
          sql<SettingsRow>`SELECT time_zone, policy, policy_version, learned
            FROM settings WHERE id = 1`,
          ([row]) => termsOfRow(row as SettingsRow),
        ).pipe(Effect.orDie);
        return Settings.of({ terms });
      }),
    );
}

/** Texts that change seldom and are read with every verdict, so the last few are kept parsed. */
const parsed = new Map<string, unknown>();
const parsedMax = 50;

const parsedOnce = <A>(text: string, parse: (text: string) => A): A => {
  const known = parsed.get(text);
  if (known !== undefined) return known as A;
  const value = parse(text);
  if (parsed.size >= parsedMax) parsed.clear();
  parsed.set(text, value);
  return value;
};

/** A policy as it was kept. What it does not know yet, its preset says. */
export const chosenPolicyOf = (text: string): EquityPolicy =>
  parsedOnce(text, () => {
    const kept = JSON.parse(text) as Partial<EquityPolicy> & Pick<EquityPolicy, "preset">;
    return { ...policyPresets[kept.preset], ...kept };
  });

export const learnedOf = (text: string): Learned =>
  parsedOnce(text, () => JSON.parse(text) as Learned);

/** The policy that verdicts use: as chosen, with what was learned. */
export const policyOfRow = (row: Pick<SettingsRow, "policy" | "learned">): EquityPolicy =>
  parsedOnce(`${row.policy}\n${row.learned}`, () =>
    policyWith(chosenPolicyOf(row.policy), learnedOf(row.learned)),
  );

export const termsOfRow = (row: SettingsRow): Terms => ({
  policy: policyOfRow(row),
  policyVersion: row.policy_version,
  timeZone: row.time_zone as TimeZone,
});
