import { Choice } from "../../../ui/Choice.tsx";
import type { Change, Sides } from "../conflicts.ts";
import { fieldInWords, fieldsInWords } from "../partnerInWords.ts";
import type { Conflict } from "../savePartner.ts";
import styles from "./Versions.module.css";

interface VersionsProps {
  readonly conflict: Conflict;
  /** What is typed by now. */
  readonly mine: Change;
  readonly sides: Sides;
  readonly onSides: (sides: Sides) => void;
}

/** Fields that two people changed: yours and theirs beside each other, and one choice for each. */
export const Versions = ({ conflict, mine, sides, onSides }: VersionsProps) => (
  <div className={styles.versions} role="alert">
    <p>This was changed elsewhere meanwhile. Choose what stays; nothing is lost until you save.</p>
    {conflict.fields.map((field) => (
      <div key={field} className={styles.field}>
        <Choice
          legend={fieldsInWords[field]}
          layout="segmented"
          options={[
            { value: "mine", label: "Yours" },
            { value: "theirs", label: "Theirs" },
          ]}
          value={sides[field] ?? "mine"}
          onChoose={(side) => onSides({ ...sides, [field]: side })}
        />
        <dl>
          <div>
            <dt>Yours</dt>
            <dd>{fieldInWords(mine as Parameters<typeof fieldInWords>[0], field)}</dd>
          </div>
          <div>
            <dt>Theirs</dt>
            <dd>{fieldInWords(conflict.newer, field)}</dd>
          </div>
        </dl>
      </div>
    ))}
  </div>
);
