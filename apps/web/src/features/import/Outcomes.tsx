import type { Import } from "@comity/domain/partner/schema";
import { useQuery } from "@tanstack/react-query";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { CardLink } from "../../ui/Card.tsx";
import { useFirstFocus } from "../../ui/useFirstFocus.ts";
import { workspace } from "../../workspace/client.ts";
import { duplicatesPath, usePairCount } from "../duplicates/reading.ts";
import { broughtInWords, leftInWords, undoneInWords } from "./countsInWords.ts";
import { type ImportFile, importFiles } from "./importFiles.ts";
import styles from "./Outcomes.module.css";

const pollMs = 400;

/** How far an import has come, by how many people are here. It may be left: it goes on by itself. */
export const Running = ({ people }: { readonly people: number }) => {
  const { data: before } = useQuery({
    queryKey: ["import", "count before"],
    queryFn: () => workspace.partners.count(),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const { data: now } = useQuery({
    queryKey: ["import", "count"],
    queryFn: () => workspace.partners.count(),
    refetchInterval: pollMs,
    gcTime: 0,
  });
  const come = before === undefined || now === undefined ? 0 : Math.max(0, now - before);
  return (
    <div className={styles.running}>
      <p className={styles.sentence} id="bringing-in">
        {`Bringing in ${people.toLocaleString("en")} ${people === 1 ? "person" : "people"}…`}
      </p>
      <progress
        aria-labelledby="bringing-in"
        max={people}
        {...(come > 0 ? { value: Math.min(come, people) } : {})}
      />
      <p className={styles.aside}>You can go on elsewhere. A note will say when they are here.</p>
    </div>
  );
};

interface DoneProps {
  readonly brought: Import;
  readonly next: ImportFile | undefined;
  readonly onUndo: () => void;
}

/** What came of it, and what is worth doing next. */
export const Done = ({ brought, next, onUndo }: DoneProps) => {
  const { counts } = brought;
  const left = leftInWords(counts);
  return (
    <div className={styles.done}>
      <div>
        <h3 tabIndex={-1} ref={useFirstFocus<HTMLHeadingElement>()}>
          {broughtInWords(counts)}
        </h3>
        {left !== undefined && <p className={styles.aside}>{left}</p>}
      </div>
      <div className={styles.verbs}>
        {next === undefined ? (
          <ButtonLink href="/partners" tone="give">
            To the list
          </ButtonLink>
        ) : (
          <Button tone="give" onClick={() => importFiles.show(next.key)}>
            {`Next file: ${next.file.name}`}
          </Button>
        )}
        <Button onClick={onUndo}>Undo the import</Button>
      </div>
      <nav className={styles.onward} aria-label="What next">
        <MaybeTwice />
        {counts.new > 0 && (
          <CardLink
            href="/openings"
            title="Say who has helped you"
            detail="From memory, a few seconds each. Then you know where you stand."
          />
        )}
      </nav>
    </div>
  );
};

const MaybeTwice = () => {
  const { data: count = 0 } = usePairCount();
  if (count === 0) return null;
  return (
    <CardLink
      href={duplicatesPath}
      title={
        count === 1
          ? "1 pair may be the same"
          : `${count.toLocaleString("en")} pairs may be the same`
      }
      detail="Look at them side by side, and make them one where they are."
    />
  );
};

interface UndoneProps {
  readonly kept: number;
  readonly onAgain: () => void;
}

export const Undone = ({ kept, onAgain }: UndoneProps) => (
  <div className={styles.done}>
    <h3 tabIndex={-1} ref={useFirstFocus<HTMLHeadingElement>()}>
      {undoneInWords(kept)}
    </h3>
    <div className={styles.verbs}>
      <Button onClick={onAgain}>Look at the file again</Button>
      <ButtonLink href="/partners" tone="quiet">
        To the list
      </ButtonLink>
    </div>
  </div>
);
