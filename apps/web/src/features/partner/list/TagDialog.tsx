import type { Partner } from "@comity/domain/partner/schema";
import { useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { ChipField } from "../../../ui/ChipField.tsx";
import { Dialog, DialogActions } from "../../../ui/Dialog.tsx";
import styles from "./BulkBar.module.css";
import type { Change } from "./bulkInWords.ts";
import { partnersInWords } from "./listInWords.ts";
import { useTags } from "./reading.ts";
import { tagCharactersMax } from "./shown.ts";

interface TagDialogProps {
  readonly count: number;
  readonly chosen: ReadonlyArray<Partner>;
  readonly onClose: () => void;
  readonly onTags: (change: Change) => void;
}

/** As many as the API takes at once, each way. */
const tagsMax = 10;

export const TagDialog = ({ count, chosen, onClose, onTags }: TagDialogProps) => {
  const { data: known = [] } = useTags();
  const [added, setAdded] = useState<ReadonlyArray<string>>([]);
  const [removed, setRemoved] = useState<ReadonlyArray<string>>([]);
  const carried = new Set(chosen.flatMap(({ tags }) => tags));
  const isNothing = added.length === 0 && removed.length === 0;
  const size = { valuesMax: tagsMax, valueCharactersMax: tagCharactersMax };
  return (
    <Dialog title={`Tags of ${partnersInWords(count)}`} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (isNothing) return;
          onTags({
            ...(added.length === 0 ? {} : { addTags: [...added] }),
            ...(removed.length === 0 ? {} : { removeTags: [...removed] }),
          });
        }}
      >
        <ChipField
          {...size}
          label="Add"
          hint="Enter after each. You find people by it later."
          values={added}
          onValues={setAdded}
          suggestions={known.map(({ tag }) => tag)}
        />
        <ChipField
          {...size}
          label="Take away"
          values={removed}
          onValues={setRemoved}
          suggestions={carried.size === 0 ? known.map(({ tag }) => tag) : [...carried]}
        />
        <DialogActions>
          <Button tone="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button tone="give" type="submit" disabled={isNothing}>
            Save
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
