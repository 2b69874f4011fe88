import type { PolicyPreset, PolicyReading } from "@comity/domain/equity/schema";
import { useId, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { readingTroubleInWords } from "../../workspace/troubleInWords.ts";
import {
  cadenceInWords,
  cadences,
  choiceOf,
  memoryInWords,
  presetInWords,
  presets,
  relationshipPolicyInWords,
} from "./policyInWords.ts";
import { policyPresets } from "@comity/domain/equity/rules";
import styles from "./RelationshipPolicy.module.css";
import { usePolicy, type Wanted } from "./usePolicy.ts";

interface RelationshipPolicyProps {
  readonly partnerId: string;
  readonly name: string;
  /** How often is said elsewhere, by a circle or for this partner, and goes before the policy. */
  readonly isCadenceSaid?: boolean;
}

/** How goodwill lasts with one partner: a quiet line, and a small chooser for those who want another. */
export const RelationshipPolicy = (props: RelationshipPolicyProps) => {
  const { partnerId, name, isCadenceSaid = false } = props;
  const { reading, wanted, chooseAloud } = usePolicy(partnerId);
  const [isOpen, setOpen] = useState(false);
  const panelId = useId();
  const { data, error } = reading;
  if (data === undefined) {
    return error === null ? (
      <Skeleton width="13rem" height="1.2rem" />
    ) : (
      <Trouble onRetry={() => void reading.refetch()}>{readingTroubleInWords(error)}</Trouble>
    );
  }
  return (
    <section className={styles.policy} aria-label={`How goodwill lasts with ${name}`}>
      <p>{relationshipPolicyInWords(data)}</p>
      {!isCadenceSaid && (
        <p className={styles.cadence}>{`In touch ${cadenceInWords(data.chosen.cadenceDays)}`}</p>
      )}
      <Button
        small
        tone="quiet"
        className={styles.change}
        aria-expanded={isOpen}
        aria-controls={panelId}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? "Done" : "Change"}
      </Button>
      <div id={panelId} hidden={!isOpen}>
        {isOpen && (
          <Chooser
            reading={data}
            wanted={wanted}
            name={name}
            isCadenceSaid={isCadenceSaid}
            onChoose={(choice, said) => void chooseAloud(choice, said)}
          />
        )}
      </div>
    </section>
  );
};

interface ChooserProps {
  readonly reading: PolicyReading;
  /** What was just chosen and is on its way. */
  readonly wanted: Wanted | undefined;
  readonly name: string;
  readonly isCadenceSaid: boolean;
  readonly onChoose: (choice: Wanted, said: string) => void;
}

const Chooser = ({ reading, wanted, name, isCadenceSaid, onChoose }: ChooserProps) => {
  const { chosen, isOwn } = reading;
  const shown = wanted === undefined ? (isOwn ? chosen.preset : null) : (wanted?.preset ?? null);
  const { cadenceDays } = chosen;
  const choosePreset = (preset: PolicyPreset): void => {
    const usual = policyPresets[preset].cadenceDays;
    onChoose(
      { preset, ...(cadenceDays === usual ? {} : { cadenceDays }) },
      `${name} has a choice of their own now.`,
    );
  };
  return (
    <div className={styles.chooser}>
      <ul className={styles.presets}>
        <li>
          <PresetButton
            title="Like everyone else"
            isChosen={shown === null}
            onChoose={() => onChoose(null, `With ${name} it is as with everyone else now.`)}
          />
        </li>
        {presets.map((preset) => (
          <li key={preset}>
            <PresetButton
              title={presetInWords[preset]}
              memory={memoryInWords(policyPresets[preset].halfLifeDays)}
              isChosen={shown === preset}
              onChoose={() => choosePreset(preset)}
            />
          </li>
        ))}
      </ul>
      {!isCadenceSaid && (
        <label className={styles.field}>
          <span>You want to be in touch</span>
          <select
            value={cadenceDays}
            onChange={({ target }) =>
              onChoose(
                { ...choiceOf(chosen), cadenceDays: Number(target.value) },
                `In touch with ${name} ${cadenceInWords(Number(target.value))}.`,
              )
            }
          >
            {cadences.every(([days]) => days !== cadenceDays) && (
              <option value={cadenceDays}>{cadenceInWords(cadenceDays)}</option>
            )}
            {cadences.map(([days, words]) => (
              <option key={days} value={days}>
                {words}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
};

interface PresetButtonProps {
  readonly title: string;
  readonly memory?: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** A button rather than a radio: arrows would choose what one only wants to pass. */
const PresetButton = ({ title, memory, isChosen, onChoose }: PresetButtonProps) => (
  <button
    type="button"
    className={styles.preset}
    aria-pressed={isChosen}
    onClick={isChosen ? undefined : onChoose}
  >
    <span>{title}</span>
    {memory !== undefined && <span className={styles.memory}>{memory}</span>}
  </button>
);
