import { cadenceDaysOf, circles } from "@comity/domain/partner/rules";
import type { Circle, CircleCount, Partner } from "@comity/domain/partner/schema";
import { useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Choice } from "../../../ui/Choice.tsx";
import { SelectField } from "../../../ui/Field.tsx";
import { Hint } from "../../../ui/Hint.tsx";
import { Trouble } from "../../../ui/Trouble.tsx";
import { cadenceInWords, cadences } from "../../settings/policyInWords.ts";
import { usePolicy } from "../../settings/usePolicy.ts";
import { circleInWords, circleMeaning, usualCadenceInWords } from "../partnerInWords.ts";
import type { Change } from "../conflicts.ts";
import { useQuickChange } from "../savePartner.ts";
import styles from "./Nearness.module.css";
import { useCircles } from "./reading.ts";
import { Section } from "./Section.tsx";
import { useFocusBack } from "./useFocusBack.ts";
import { useLeaving } from "./useLeaving.ts";

interface NearnessProps {
  readonly partner: Partner;
  readonly name: string;
}

const usualPolicyDays = 30;

/** How near you keep somebody, and how often you want to be in touch. Chosen at once, without saving. */
export const Nearness = ({ partner, name }: NearnessProps) => {
  const [isEditing, setEditing] = useState(false);
  const { change, trouble } = useQuickChange(partner);
  const place = useFocusBack<HTMLDivElement>(isEditing);
  const policyDays = usePolicy(partner.id).reading.data?.chosen.cadenceDays ?? usualPolicyDays;
  const { circle, cadenceDays } = partner;
  const done = (): void => setEditing(false);
  return (
    <div ref={place}>
      <Section
        title="How near"
        editLabel="Change the circle and how often"
        isEditing={isEditing}
        onEdit={() => setEditing(true)}
      >
        {isEditing ? (
          <NearnessEditor
            partner={partner}
            policyDays={policyDays}
            onChange={(wanted, said) => void change(wanted, said)}
            name={name}
            onDone={done}
          />
        ) : (
          <div className={styles.said}>
            <p>{circle === null ? "In no circle" : circleInWords[circle]}</p>
            <p className={styles.quiet}>
              {cadenceDays === null
                ? usualCadenceInWords(circle, policyDays)
                : `In touch ${cadenceInWords(cadenceDays)}, of their own`}
            </p>
          </div>
        )}
        {trouble !== undefined && <Trouble>{trouble}</Trouble>}
      </Section>
    </div>
  );
};

interface NearnessEditorProps extends NearnessProps {
  readonly policyDays: number;
  readonly onChange: (change: Change, said: string) => void;
  readonly onDone: () => void;
}

const NearnessEditor = ({ partner, name, policyDays, onChange, onDone }: NearnessEditorProps) => {
  const place = useLeaving<HTMLFieldSetElement>({ onEscape: onDone });
  const { circle } = partner;
  return (
    <fieldset ref={place} className={styles.editor} aria-label="How near">
      <CircleChoice
        circle={circle}
        onCircle={(next) =>
          onChange(
            { circle: next },
            next === null
              ? `${name} is in no circle.`
              : `${name}: ${circleInWords[next].toLowerCase()}.`,
          )
        }
      />
      <CadenceField
        partner={partner}
        policyDays={policyDays}
        onDays={(days) =>
          onChange(
            { cadenceDays: days },
            `In touch with ${name} ${cadenceInWords(cadenceDaysOf({ circle, cadenceDays: days }, policyDays))}.`,
          )
        }
      />
      <div>
        <Button small onClick={onDone}>
          Done
        </Button>
      </div>
    </fieldset>
  );
};

const fillInWords = ({ partners, most }: CircleCount): string => `${partners} of ${most}`;

interface CircleChoiceProps {
  readonly circle: Circle | null;
  readonly onCircle: (circle: Circle | null) => void;
}

const CircleChoice = ({ circle, onCircle }: CircleChoiceProps) => {
  const { data } = useCircles();
  const count = data?.find((one) => one.circle === circle);
  return (
    <>
      <Choice<string>
        legend="Circle"
        options={[
          ...circles.map((each) => {
            const of = data?.find((one) => one.circle === each);
            return {
              value: String(each),
              label: (
                <span className={styles.circle}>
                  <b>{each}</b>
                  {of !== undefined && <small>{fillInWords(of)}</small>}
                </span>
              ),
            };
          }),
          { value: "none", label: "None" },
        ]}
        value={circle === null ? "none" : String(circle)}
        onChoose={(value) => onCircle(circles.find((each) => String(each) === value) ?? null)}
      />
      <p className={styles.quiet}>
        {circle === null
          ? "A circle says how near you keep somebody. Each includes the ones within it."
          : `The ${circle} ${circleMeaning[circle]}.`}
      </p>
      {count !== undefined && count.partners > count.most && (
        <Hint>
          {`There is room for ${count.most}, and these are ${count.partners}. Nobody keeps you from it; perhaps somebody has moved away.`}
        </Hint>
      )}
    </>
  );
};

interface CadenceFieldProps {
  readonly partner: Pick<Partner, "circle" | "cadenceDays">;
  readonly policyDays: number;
  readonly onDays: (days: number | null) => void;
}

const CadenceField = ({ partner, policyDays, onDays }: CadenceFieldProps) => {
  const own = partner.cadenceDays;
  const isListed = own === null || cadences.some(([days]) => days === own);
  return (
    <SelectField
      label="You want to be in touch"
      options={[
        { value: "usual", label: usualCadenceInWords(partner.circle, policyDays) },
        ...(isListed ? [] : [{ value: String(own), label: cadenceInWords(own) }]),
        ...cadences.map(([days, words]) => ({ value: String(days), label: words })),
      ]}
      value={own === null ? "usual" : String(own)}
      onValue={(value) => onDays(value === "usual" ? null : Number(value))}
    />
  );
};
