import type { Circle, Partner } from "@comity/domain/partner/schema";
import { Archive, ArchiveRestore, Tags, X } from "lucide-react";
import { useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { Button } from "../../../ui/Button.tsx";
import { IconButton } from "../../../ui/IconButton.tsx";
import { Menu } from "../../../ui/Menu.tsx";
import { cadenceInWords } from "../../settings/policyInWords.ts";
import styles from "./BulkBar.module.css";
import { changeMany } from "./bulk.ts";
import type { Change } from "./bulkInWords.ts";
import { circleNameInWords, inFigures } from "./listInWords.ts";
import type { Selection } from "./selection.ts";
import type { Shown } from "./shown.ts";
import { TagDialog } from "./TagDialog.tsx";

interface BulkBarProps {
  readonly shown: Shown;
  readonly selection: Selection;
  /** How many are chosen. */
  readonly count: number;
  /** Those of them that are read. */
  readonly chosen: ReadonlyArray<Partner>;
  readonly onClear: () => void;
}

const circles: ReadonlyArray<Circle> = [5, 15, 50, 150];
const cadencesDays = [7, 14, 30, 91, 182, 365];

/** What can be done with everyone who is chosen. */
export const BulkBar = ({ shown, selection, count, chosen, onClear }: BulkBarProps) => {
  const client = useQueryClient();
  const [isTagging, setTagging] = useState(false);
  const leave = (): void => {
    focusRest();
    onClear();
  };
  const send = (change: Change): void => {
    void changeMany({ shown, selection, change }, client);
    // Whoever leaves the list is not chosen in it any longer.
    if (change.archived !== undefined) leave();
  };
  const isArchived = shown.archived === true;
  return (
    <section className={styles.bar} aria-label="What to do with them" data-covers="bottom">
      <output className={styles.count}>{`${inFigures(count)} selected`}</output>
      <Button small onClick={() => setTagging(true)}>
        <Tags size={16} aria-hidden />
        Tags
      </Button>
      <Menu
        small
        label="Circle"
        items={[
          ...circles.map((circle) => ({
            label: circleNameInWords[`${circle}`],
            onChoose: () => send({ circle }),
          })),
          { label: circleNameInWords.none, onChoose: () => send({ circle: null }) },
        ]}
      />
      <Menu
        small
        label="In touch"
        items={[
          ...cadencesDays.map((cadenceDays) => ({
            label: capital(cadenceInWords(cadenceDays)),
            onChoose: () => send({ cadenceDays }),
          })),
          { label: "As the circle has it", onChoose: () => send({ cadenceDays: null }) },
        ]}
      />
      <Button small onClick={() => send({ archived: !isArchived })}>
        {isArchived ? <ArchiveRestore size={16} aria-hidden /> : <Archive size={16} aria-hidden />}
        {isArchived ? "Restore" : "Archive"}
      </Button>
      <IconButton
        className={styles.close}
        aria-label="Clear the selection"
        title="Clear the selection (Esc)"
        onClick={leave}
      >
        <X size={18} aria-hidden />
      </IconButton>
      {isTagging && (
        <TagDialog
          count={count}
          chosen={chosen}
          onClose={() => setTagging(false)}
          onTags={(change) => {
            setTagging(false);
            send(change);
          }}
        />
      )}
    </section>
  );
};

/** The bar goes with those who are chosen, so whoever stays takes the focus. */
const focusRest = (): void => {
  const rest = document.querySelector<HTMLElement>("li:has(input:not(:checked)) > [data-row]");
  (rest ?? document.querySelector<HTMLElement>("[data-row]"))?.focus({ preventScroll: true });
};

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
