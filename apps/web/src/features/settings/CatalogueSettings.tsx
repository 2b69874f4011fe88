import type { Kind, KindUse } from "@comity/domain/equity/schema";
import { Plus } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { readingTroubleInWords } from "../../workspace/troubleInWords.ts";
import styles from "./CatalogueSettings.module.css";
import { KindDialog } from "./KindDialog.tsx";
import { addInWords, isStandard, sizesOfKind, uses, usesInWords } from "./kindInWords.ts";
import { useKinds } from "./useKinds.ts";

interface Opened {
  readonly use: KindUse;
  readonly kind: Kind | undefined;
}

/** The words and sizes that are proposed when something is written down. */
export const CatalogueSettings = () => {
  const kinds = useKinds();
  const [opened, setOpened] = useState<Opened>();
  const { data, error, refetch } = kinds.reading;
  return (
    <section className={styles.section} aria-labelledby="kinds">
      <h2 id="kinds">Your words for things</h2>
      <p className={styles.lead}>
        What you choose from when you write something down. Change words and sizes until they fit;
        what is written down already keeps its own.
      </p>
      {data === undefined && error === null && <Waiting />}
      {data === undefined && error !== null && (
        <Trouble onRetry={() => void refetch()}>{readingTroubleInWords(error)}</Trouble>
      )}
      {data !== undefined &&
        uses.map((use) => (
          <KindList
            key={use}
            use={use}
            kinds={data.filter((kind) => kind.use === use)}
            onOpen={(kind) => setOpened({ use, kind })}
            onRemove={(kind) => void kinds.remove(kind)}
          />
        ))}
      {opened !== undefined && (
        <KindDialog {...opened} kinds={kinds} onClose={() => setOpened(undefined)} />
      )}
    </section>
  );
};

interface KindListProps {
  readonly use: KindUse;
  readonly kinds: ReadonlyArray<Kind>;
  /** Undefined: to add one. */
  readonly onOpen: (kind: Kind | undefined) => void;
  readonly onRemove: (kind: Kind) => void;
}

const KindList = ({ use, kinds, onOpen, onRemove }: KindListProps) => {
  const title = useRef<HTMLHeadingElement>(null);
  // A removed row takes its button along, so the title of its list takes the focus.
  const remove = (kind: Kind): void => {
    title.current?.focus({ preventScroll: true });
    onRemove(kind);
  };
  return (
    <section className={styles.list} aria-labelledby={`kinds-${use}`}>
      <h3 id={`kinds-${use}`} ref={title} tabIndex={-1}>
        {usesInWords[use]}
      </h3>
      {kinds.length === 0 ? (
        <p className={styles.sizes}>Nothing yet.</p>
      ) : (
        <ul>
          {kinds.map((kind) => (
            <KindRow
              key={kind.id}
              kind={kind}
              onChange={() => onOpen(kind)}
              onRemove={() => remove(kind)}
            />
          ))}
        </ul>
      )}
      <Button small className={styles.add} onClick={() => onOpen(undefined)}>
        <Plus size={16} aria-hidden />
        {addInWords[use]}
      </Button>
    </section>
  );
};

interface KindRowProps {
  readonly kind: Kind;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}

const KindRow = ({ kind, onChange, onRemove }: KindRowProps) => {
  const isUsual = isStandard(kind);
  return (
    <li className={styles.row}>
      <p>
        {kind.what}
        {kind.isOwn && <span className={styles.mark}>{isUsual ? "changed" : "yours"}</span>}
      </p>
      <p className={styles.sizes}>{sizesOfKind(kind)}</p>
      <div className={styles.verbs}>
        <Button small tone="quiet" aria-label={`Change: ${kind.what}`} onClick={onChange}>
          Change
        </Button>
        {kind.isOwn && (
          <Button
            small
            tone="quiet"
            aria-label={`${isUsual ? "Reset" : "Remove"}: ${kind.what}`}
            onClick={onRemove}
          >
            {isUsual ? "Reset" : "Remove"}
          </Button>
        )}
      </div>
    </li>
  );
};

const Waiting = () => (
  <div className={styles.list} aria-busy="true" aria-label="Loading your words for things">
    <Skeleton width="9rem" height="1.5rem" />
    {[18, 15, 20, 14].map((width) => (
      <Skeleton key={width} width={`${width}rem`} height="2.4rem" />
    ))}
  </div>
);
