import { policyPresets } from "@comity/domain/equity/rules";
import type { PolicyPreset, PolicyReading } from "@comity/domain/equity/schema";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { readingTroubleInWords } from "../../workspace/troubleInWords.ts";
import { FadingCurve } from "./FadingCurve.tsx";
import { Learned } from "./Learned.tsx";
import { PolicyDetails } from "./PolicyDetails.tsx";
import {
  askWeightInWords,
  isPlainPreset,
  leftAfterYearInWords,
  presetFits,
  presetInWords,
  presets,
} from "./policyInWords.ts";
import styles from "./PolicySettings.module.css";
import { usePolicy } from "./usePolicy.ts";

/** What asks are judged by: four presets in plain words, the numbers behind them, and what was learned. */
export const PolicySettings = () => {
  const { reading, wanted, choose, chooseAloud } = usePolicy(null);
  const { data, error } = reading;
  return (
    <section className={styles.section} aria-labelledby="judged">
      <h2 id="judged">How goodwill lasts</h2>
      <p className={styles.lead}>
        What you give fades with time, and asks are judged by what is left. Choose what fits most of
        the people here; a partner who differs has a choice of their own, on their page.
      </p>
      {data === undefined && error === null && <Waiting />}
      {data === undefined && error !== null && (
        <Trouble onRetry={() => void reading.refetch()}>{readingTroubleInWords(error)}</Trouble>
      )}
      {data !== undefined && (
        <>
          <Presets
            reading={data}
            wanted={wanted?.preset}
            onChoose={(preset) =>
              void chooseAloud({ preset }, `Asks are judged as “${presetInWords[preset]}” now.`)
            }
          />
          <Disclosure summary="The numbers behind it">
            <PolicyDetails reading={data} onChoose={choose} />
          </Disclosure>
          <Learned reading={data} />
        </>
      )}
    </section>
  );
};

interface PresetsProps {
  readonly reading: PolicyReading;
  /** Just chosen, and on its way. */
  readonly wanted: PolicyPreset | undefined;
  readonly onChoose: (preset: PolicyPreset) => void;
}

const Presets = ({ reading: { chosen }, wanted, onChoose }: PresetsProps) => {
  const current = wanted ?? chosen.preset;
  return (
    <ul className={styles.presets}>
      {presets.map((preset) => {
        const isCurrent = preset === current;
        const isChanged = isCurrent && wanted === undefined && !isPlainPreset(chosen);
        const policy = isChanged ? chosen : policyPresets[preset];
        return (
          <li key={preset}>
            <button
              type="button"
              aria-pressed={isCurrent}
              // With numbers of one's own, the preset itself is a choice that is left.
              onClick={isCurrent && !isChanged ? undefined : () => onChoose(preset)}
            >
              <span className={styles.title}>
                {presetInWords[preset]}
                {isCurrent && (
                  <span className={styles.mark}>
                    {isChanged ? "yours, with other numbers" : "yours"}
                  </span>
                )}
              </span>
              <span className={styles.fits}>{presetFits[preset]}</span>
              <FadingCurve halfLifeDays={policy.halfLifeDays} />
              <span className={styles.means}>
                {leftAfterYearInWords(policy.halfLifeDays)} {askWeightInWords(policy.askWeight)}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
};

const Waiting = () => (
  <div className={styles.presets} aria-busy="true" aria-label="Loading what asks are judged by">
    {presets.map((preset) => (
      <Skeleton key={preset} width="100%" height="13rem" />
    ))}
  </div>
);
