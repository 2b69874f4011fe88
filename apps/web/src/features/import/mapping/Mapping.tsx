import type { FileReading } from "@comity/domain/partner/schema";
import { type RefObject, useId, useRef, useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Choice } from "../../../ui/Choice.tsx";
import { plainDateInWords } from "../../../ui/clock.ts";
import { Hint } from "../../../ui/Hint.tsx";
import type { Mapping as Chosen } from "../importFiles.ts";
import { ColumnTable } from "./ColumnTable.tsx";
import { FirstPeople } from "./FirstPeople.tsx";
import {
  type Columns,
  type DateExample,
  dateExampleOf,
  peopleOf,
  problemsOf,
  withMeaning,
} from "./mapping.ts";
import { problemInWords } from "./mappingInWords.ts";
import { rememberedMapping, rememberMapping } from "./mappingMemory.ts";
import styles from "./Mapping.module.css";

interface MappingProps {
  readonly columns: Columns;
  readonly suggested: NonNullable<FileReading["mapping"]>;
  readonly onMapping: (mapping: Chosen) => void;
}

const peopleShown = 5;

/** Says what the columns of a table are, and shows at once whom that makes of its first rows. */
export const Mapping = ({ columns, suggested, onMapping }: MappingProps) => {
  const [kept] = useState(() => rememberedMapping(columns));
  const [mapping, setMapping] = useState<Chosen>(kept ?? suggested);
  const table = useRef<HTMLTableElement>(null);
  const problemId = useId();
  const problems = problemsOf(mapping);
  const general = problems.find(({ column }) => column === null);
  const go = (): void => {
    const [first] = problems;
    if (first === undefined) {
      rememberMapping(columns, mapping);
      onMapping(mapping);
    } else focusChoice(table, first.column ?? 0);
  };
  return (
    <section className={styles.mapping} aria-labelledby={`${problemId}-title`}>
      <div className={styles.head}>
        <h3 id={`${problemId}-title`}>What are the columns?</h3>
        <p>They are chosen by their names and by what stands in them. Change what is wrong.</p>
      </div>
      {kept !== undefined && mapping === kept && (
        <Hint>
          These columns are as you said them the last time.{" "}
          <button type="button" className={styles.anew} onClick={() => setMapping(suggested)}>
            Start anew
          </button>
        </Hint>
      )}
      <ColumnTable
        table={table}
        columns={columns}
        mapping={mapping}
        problems={problems}
        onMeaning={(column, meaning) => setMapping(withMeaning(mapping, column, meaning))}
      />
      <DateOrders
        example={dateExampleOf(columns, mapping)}
        mapping={mapping}
        onMapping={setMapping}
      />
      <FirstPeople people={peopleOf(columns, mapping, peopleShown)} />
      <div className={styles.actions}>
        <Button tone="give" onClick={go} aria-describedby={general && problemId}>
          See what it would bring
        </Button>
        <p role="alert" id={problemId} className={styles.problem}>
          {general !== undefined && problemInWords(general, null)}
        </p>
      </div>
    </section>
  );
};

const focusChoice = (table: RefObject<HTMLTableElement | null>, column: number): void => {
  const choice = table.current?.querySelectorAll("select")[column];
  choice?.focus();
  choice?.scrollIntoView({ block: "center", inline: "center" });
};

interface DateOrdersProps {
  readonly example: DateExample | undefined;
  readonly mapping: Chosen;
  readonly onMapping: (mapping: Chosen) => void;
}

const inWords = (date: string | undefined): string =>
  date === undefined ? "no day at all" : plainDateInWords(date);

/** Asked only where there are dates that can be read in two ways. */
const DateOrders = ({ example, mapping, onMapping }: DateOrdersProps) => {
  if (example === undefined) return null;
  const { written, readings } = example;
  return (
    <div className={styles.dates}>
      <Choice
        legend={`How are dates like ${written} written?`}
        options={[
          { value: "day-first", label: `Day first: ${inWords(readings["day-first"])}` },
          { value: "month-first", label: `Month first: ${inWords(readings["month-first"])}` },
        ]}
        value={mapping.dateOrder === "month-first" ? "month-first" : "day-first"}
        onChoose={(dateOrder) => onMapping({ ...mapping, dateOrder })}
      />
    </div>
  );
};
