import type { Goal, Partner } from "@comity/domain/partner/schema";
import { type ReactNode, useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { today } from "../../../ui/clock.ts";
import { Disclosure } from "../../../ui/Disclosure.tsx";
import { TextField } from "../../../ui/Field.tsx";
import { DayOrNone } from "../form/DayOrNone.tsx";
import { OrderedRows } from "../form/OrderedRows.tsx";
import { type Day, dayOrNull, newKey } from "../form/partnerForm.ts";
import { Trouble } from "../../../ui/Trouble.tsx";
import { leftInWords, saidInWords } from "../partnerInWords.ts";
import { useQuickChange } from "../savePartner.ts";
import styles from "./Goals.module.css";
import { SectionEditor } from "./SectionEditor.tsx";
import { Section } from "./Section.tsx";
import { useFocusBack } from "./useFocusBack.ts";

interface OfPartner {
  readonly partner: Partner;
  readonly name: string;
}

/** What they want, the most important first. Unknown and none are two things. */
export const Goals = ({ partner, name }: OfPartner) => {
  const [isEditing, setEditing] = useState(false);
  const { change, trouble } = useQuickChange(partner);
  const place = useFocusBack<HTMLDivElement>(isEditing);
  const done = (): void => setEditing(false);
  const { goals } = partner;
  return (
    <div ref={place}>
      <Section
        title={`What ${name} wants`}
        {...(goals === null ? {} : { editLabel: "Edit the goals" })}
        isEditing={isEditing}
        onEdit={() => setEditing(true)}
      >
        {isEditing ? (
          <GoalsEditor
            partner={partner}
            onDone={done}
            onUnknown={() => {
              done();
              void change({ goals: null }, `Kept: what ${name} wants is not known.`);
            }}
          />
        ) : goals === null ? (
          <Unknown
            name={name}
            onWrite={() => setEditing(true)}
            onNone={() => void change({ goals: [] }, `Kept: ${name} named no goals.`)}
          />
        ) : (
          <GoalList goals={goals} name={name} />
        )}
        {trouble !== undefined && <Trouble>{trouble}</Trouble>}
      </Section>
    </div>
  );
};

interface UnknownProps {
  readonly name: string;
  readonly onWrite: () => void;
  readonly onNone: () => void;
}

const Unknown = ({ name, onWrite, onNone }: UnknownProps) => (
  <>
    <p className={styles.unknown}>
      Not known yet: ask <bdi>{name}</bdi>. Giving goes best to what somebody is after.
    </p>
    <div className={styles.verbs}>
      <Button small onClick={onWrite}>
        Write down what they want
      </Button>
      <Button small tone="quiet" onClick={onNone}>
        They named none
      </Button>
    </div>
  </>
);

const GoalList = ({
  goals,
  name,
}: {
  readonly goals: ReadonlyArray<Goal>;
  readonly name: string;
}) =>
  goals.length === 0 ? (
    <p className={styles.unknown}>
      You asked; <bdi>{name}</bdi> named none.
    </p>
  ) : (
    <ol className={goals.length > 1 ? styles.goals : styles.one}>
      {goals.map((goal, index) => (
        // Two goals may read the same.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          <p className={styles.what}>{goal.what}</p>
          <p className={styles.said}>{saidInWords(goal)}</p>
        </li>
      ))}
    </ol>
  );

interface GoalForm {
  readonly key: string;
  readonly what: string;
  readonly said: string;
  readonly saidOn: Day;
}

const blankGoal = (): GoalForm => ({ key: newKey(), what: "", said: "", saidOn: "" });

const goalFormOf = ({ what, said, saidOn }: Goal): GoalForm => ({
  key: newKey(),
  what,
  said,
  saidOn: saidOn ?? "",
});

const goalsOf = (rows: ReadonlyArray<GoalForm>): Array<Goal> =>
  rows
    .filter(({ what }) => what.trim() !== "")
    .map(({ what, said, saidOn }) => ({
      what: what.trim(),
      said: said.trim(),
      saidOn: dayOrNull(saidOn) as Goal["saidOn"],
    }));

const goalsMax = 20;
const goalCharactersMax = 300;

interface GoalsEditorProps {
  readonly partner: Partner;
  readonly onDone: () => void;
  readonly onUnknown: () => void;
}

const GoalsEditor = ({ partner, onDone, onUnknown }: GoalsEditorProps) => {
  const [rows, setRows] = useState<ReadonlyArray<GoalForm>>(() => {
    const known = (partner.goals ?? []).map(goalFormOf);
    return known.length === 0 ? [blankGoal()] : known;
  });
  return (
    <SectionEditor
      partner={partner}
      change={{ goals: goalsOf(rows) }}
      isReady={rows.every(({ saidOn }) => saidOn !== undefined)}
      said="The goals are saved."
      onDone={onDone}
      more={
        partner.goals !== null && (
          <Button small tone="quiet" onClick={onUnknown}>
            Not known after all
          </Button>
        )
      }
    >
      <OrderedRows<GoalForm>
        label="Goals, the most important first"
        noun="goal"
        rows={rows}
        rowsMax={goalsMax}
        onRows={setRows}
        blank={blankGoal}
      >
        {(row, change, index) => <GoalFields row={row} index={index} onRow={change} />}
      </OrderedRows>
    </SectionEditor>
  );
};

interface GoalFieldsProps {
  readonly row: GoalForm;
  readonly index: number;
  readonly onRow: (row: GoalForm) => void;
}

const GoalFields = ({ row, index, onRow }: GoalFieldsProps): ReactNode => (
  <>
    <TextField
      label={index === 0 ? "What they want most" : "What they want, too"}
      value={row.what}
      maxLength={goalCharactersMax}
      autoComplete="off"
      hint={leftInWords(row.what, goalCharactersMax)}
      onText={(what) => onRow({ ...row, what })}
    />
    {row.what !== "" && (
      <Disclosure summary={whereInWords(row)}>
        <TextField
          label="Where they said it"
          value={row.said}
          maxLength={goalCharactersMax}
          autoComplete="off"
          placeholder="at lunch, in a talk …"
          hint={leftInWords(row.said, goalCharactersMax) ?? "Empty: it is your guess."}
          onText={(said) => onRow({ ...row, said })}
        />
        <DayOrNone
          label="When"
          day={row.saidOn}
          max={today()}
          hint="Empty: no day."
          onDay={(saidOn) => onRow({ ...row, saidOn })}
        />
      </Disclosure>
    )}
  </>
);

/** What is said already is read on the closed fold. */
const whereInWords = ({ said, saidOn }: GoalForm): string =>
  said === "" && saidOn === ""
    ? "Where and when they said it"
    : saidInWords({ said, saidOn: dayOrNull(saidOn) as Goal["saidOn"] });
