import type { EquityPolicy } from "@comity/domain/equity/schema";
import { partnerPreset } from "@comity/domain/equity/rules";
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
          VALUES (1, ${timeZone}, ${JSON.stringify(partnerPreset)}, 1) ON CONFLICT (id) DO NOTHING`;
        const terms = Effect.map(
          sql<SettingsRow>`SELECT time_zone, policy, policy_version FROM settings WHERE id = 1`,
          ([row]) => termsOfRow(row as SettingsRow),
        ).pipe(Effect.orDie);
        return Settings.of({ terms });
      }),
    );
}

/** The policy changes seldom and is read with every verdict, so the last one is kept parsed. */
let lastPolicy: { readonly text: string; readonly policy: EquityPolicy } | undefined;

const policyOf = (text: string): EquityPolicy => {
  if (lastPolicy?.text !== text) {
    lastPolicy = { text, policy: JSON.parse(text) as EquityPolicy };
  }
  return lastPolicy.policy;
};

export const termsOfRow = (row: SettingsRow): Terms => ({
  policy: policyOf(row.policy),
  policyVersion: row.policy_version,
  timeZone: row.time_zone as TimeZone,
});
