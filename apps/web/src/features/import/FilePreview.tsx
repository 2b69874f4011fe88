import type {
  ImportPreview as Found,
  ImportOutcome,
  ImportRow,
} from "@comity/domain/partner/schema";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { type Tab, Tabs } from "../../ui/Tabs.tsx";
import { useFirstFocus } from "../../ui/useFirstFocus.ts";
import { contactsInWords, countsInWords } from "./countsInWords.ts";
import styles from "./FilePreview.module.css";
import { PreviewRows } from "./PreviewRows.tsx";
import { Remarks } from "./Remarks.tsx";

interface FilePreviewProps {
  readonly found: Found;
  /** Somebody said what the columns are. */
  readonly isMapped: boolean;
  readonly onColumns: (() => void) | undefined;
  readonly onBringIn: (people: number) => void;
}

/** What a file would bring, row by row. Nothing has been kept yet. */
export const FilePreview = ({ found, isMapped, onColumns, onBringIn }: FilePreviewProps) => {
  const { counts } = found;
  const people = counts.new + counts.updated;
  return (
    <div className={styles.preview}>
      <output className={styles.sentence}>{sentenceOf(found)}</output>
      <div className={styles.verbs}>
        {people > 0 && <BringIn onBringIn={() => onBringIn(people)} />}
        {onColumns !== undefined && (
          <Button tone="quiet" onClick={onColumns}>
            {isMapped ? "Change the columns" : "Say yourself what the columns are"}
          </Button>
        )}
      </div>
      <Sheets found={found} />
    </div>
  );
};

const BringIn = ({ onBringIn }: { readonly onBringIn: () => void }) => (
  <Button tone="give" ref={useFirstFocus<HTMLButtonElement>()} onClick={onBringIn}>
    Bring them in
  </Button>
);

const sentenceOf = ({ counts, rows }: Found): string => {
  const isKnown = counts.new + counts.updated === 0 && counts.unchanged > 0;
  const said = isKnown ? `Nothing new. ${countsInWords(counts)}` : countsInWords(counts);
  const contacts = contactsInWords(rows.reduce((sum, row) => sum + row.contacts, 0));
  return contacts === undefined ? said : `${said} ${contacts}`;
};

type Sheet = "all" | ImportOutcome | "remarks";

const sheetInWords: Readonly<Record<Sheet, string>> = {
  all: "Everyone",
  new: "New",
  updated: "Updated",
  unchanged: "Unchanged",
  duplicate: "Twice in the file",
  remarks: "Remarks",
};

const rowsOn = (sheet: Sheet, rows: ReadonlyArray<ImportRow>): ReadonlyArray<ImportRow> =>
  sheet === "all" ? rows : rows.filter(({ outcome }) => outcome === sheet);

const tabsOf = ({ counts, rows, skipped }: Found): ReadonlyArray<Tab<Sheet>> => {
  const remarks = skipped.length + rows.filter(({ warnings }) => warnings.length > 0).length;
  const sizes: Readonly<Record<Sheet, number>> = {
    all: rows.length,
    new: counts.new,
    updated: counts.updated,
    unchanged: counts.unchanged,
    duplicate: counts.duplicate,
    remarks,
  };
  return (Object.keys(sizes) as ReadonlyArray<Sheet>)
    .filter((key) => key === "all" || (sizes[key] > 0 && sizes[key] < sizes.all) || isApart(key))
    .filter((key) => sizes[key] > 0)
    .map((key) => ({ key, label: sheetInWords[key], count: sizes[key] }));
};

/** What is on the sheet of remarks is not on that of everyone. */
const isApart = (key: Sheet): boolean => key === "remarks";

const Sheets = ({ found }: { readonly found: Found }) => {
  const tabs = tabsOf(found);
  const [wanted, setWanted] = useState<Sheet>("all");
  const chosen = tabs.find(({ key }) => key === wanted)?.key ?? tabs[0]?.key;
  if (chosen === undefined) return null;
  return (
    <Tabs label="What becomes of the rows" tabs={tabs} chosen={chosen} onChoose={setWanted}>
      {chosen === "remarks" ? (
        <Remarks rows={found.rows} skipped={found.skipped} />
      ) : (
        <PreviewRows key={chosen} rows={rowsOn(chosen, found.rows)} />
      )}
    </Tabs>
  );
};
