import type { ColumnMeaning } from "@comity/domain/partner/schema";
import { ChevronDown } from "lucide-react";
import { type RefObject, useId } from "react";
import type { Mapping } from "../importFiles.ts";
import { type Columns, type MappingProblem, rowsShownOf } from "./mapping.ts";
import { isMeaning, leaveOut, meaningOptions, problemInWords } from "./mappingInWords.ts";
import styles from "./ColumnTable.module.css";

interface ColumnTableProps {
  readonly table: RefObject<HTMLTableElement | null>;
  readonly columns: Columns;
  readonly mapping: Mapping;
  readonly problems: ReadonlyArray<MappingProblem>;
  readonly onMeaning: (column: number, meaning: ColumnMeaning | null) => void;
}

/** The first rows as they stand in the file. The head stays in sight, with the choice of each column. */
export const ColumnTable = (props: ColumnTableProps) => {
  const { table, mapping, problems, onMeaning } = props;
  // Two columns may have one name, so their places tell them apart.
  const columns = props.columns.map((column, at) => ({ ...column, at }));
  const rows = Array.from({ length: rowsShownOf(columns) }, (_, row) => row);
  return (
    // It takes the focus, so that arrow keys scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.frame} aria-label="The first rows" tabIndex={0}>
      <table ref={table} className={styles.table}>
        <thead>
          <tr>
            {columns.map(({ name, at }) => (
              <ColumnHead
                key={at}
                name={name === "" ? `Column ${at + 1}` : name}
                meaning={mapping.columns[at] ?? null}
                problem={problems.find((each) => each.column === at)}
                onMeaning={(meaning) => onMeaning(at, meaning)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              {columns.map(({ samples, at }) => (
                <td key={at} className={mapping.columns[at] === null ? styles.out : undefined}>
                  <bdi>{samples[row]}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

interface ColumnHeadProps {
  readonly name: string;
  readonly meaning: ColumnMeaning | null;
  readonly problem: MappingProblem | undefined;
  readonly onMeaning: (meaning: ColumnMeaning | null) => void;
}

const ColumnHead = ({ name, meaning, problem, onMeaning }: ColumnHeadProps) => {
  const id = useId();
  return (
    <th scope="col" className={meaning === null ? styles.out : undefined}>
      <label htmlFor={id}>
        <bdi>{name}</bdi>
        <span className={styles.hidden}> is</span>
      </label>
      <span className={styles.choice}>
        <select
          id={id}
          value={meaning ?? leaveOut}
          aria-invalid={problem === undefined ? undefined : true}
          aria-describedby={problem === undefined ? undefined : `${id}-problem`}
          onChange={(event) => {
            const { value } = event.target;
            onMeaning(isMeaning(value) ? value : null);
          }}
        >
          {meaningOptions.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <ChevronDown size={16} aria-hidden />
      </span>
      {problem !== undefined && (
        <span id={`${id}-problem`} className={styles.problem}>
          {problemInWords(problem, meaning)}
        </span>
      )}
    </th>
  );
};
