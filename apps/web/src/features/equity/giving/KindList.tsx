import type { Kind, KindUse } from "@comity/domain/equity/schema";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { TextField } from "../../../ui/Field.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { Trouble } from "../../../ui/Trouble.tsx";
import { readingTroubleInWords } from "../../../workspace/troubleInWords.ts";
import { type Direction, kindInWords, kindsFound, kindsInOrder } from "../catalogue.ts";
import styles from "./KindList.module.css";
import { useEntriesRead, useKinds } from "../reading.ts";

interface KindListProps {
  readonly partnerId: string;
  readonly use: KindUse;
  readonly direction: Direction;
  readonly question: string;
  readonly tone: "give" | "ask";
  readonly sizesOf: (kind: Kind) => string;
  readonly onChoose: (kind: Kind) => void;
  /** What can be chosen beside the kinds. */
  readonly children: ReactNode;
}

/** With fewer kinds than this there is nothing to search. */
const searchedFrom = 8;

/** The kinds of the catalogue for one use, to scroll through or to search. */
export const KindList = (props: KindListProps) => {
  const { partnerId, use, direction, question, tone, sizesOf, onChoose, children } = props;
  const { data, error, refetch } = useKinds();
  const entries = useEntriesRead(partnerId);
  const [search, setSearch] = useState("");
  const kinds = kindsInOrder(data ?? [], use, usedKinds(entries ?? []));
  const found = kindsFound(kinds, search, direction);
  const [only] = found;
  return (
    <form
      className={`${styles.kinds} ${styles[tone]}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (search.trim() !== "" && only !== undefined) onChoose(only);
      }}
    >
      <h3 className={styles.question}>{question}</h3>
      {kinds.length >= searchedFrom && <Search value={search} onText={setSearch} />}
      {data === undefined && error !== null && (
        <Trouble onRetry={() => void refetch()}>{readingTroubleInWords(error)}</Trouble>
      )}
      {data === undefined && error === null && <Skeleton width="100%" height="20rem" />}
      <ul className={styles.list}>
        {found.map((kind) => (
          <li key={kind.id}>
            <KindButton
              what={kindInWords(kind, direction)}
              sizes={sizesOf(kind)}
              onClick={() => onChoose(kind)}
            />
          </li>
        ))}
        {children}
      </ul>
    </form>
  );
};

const usedKinds = (entries: NonNullable<ReturnType<typeof useEntriesRead>>): ReadonlySet<string> =>
  new Set(
    entries.flatMap((entry) => ("kindId" in entry && entry.kindId !== null ? [entry.kindId] : [])),
  );

interface KindButtonProps {
  readonly what: string;
  readonly sizes: string;
  readonly onClick: () => void;
}

export const KindButton = ({ what, sizes, onClick }: KindButtonProps) => (
  <button type="button" className={styles.kind} onClick={onClick}>
    <span className={styles.what}>{what}</span>
    <span className={styles.sizes}>{sizes}</span>
  </button>
);

interface SearchProps {
  readonly value: string;
  readonly onText: (text: string) => void;
}

/** Where there is a keyboard, typing finds at once; on a phone one would cover half of the list. */
const Search = ({ value, onText }: SearchProps) => {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (matchMedia("(hover: hover) and (pointer: fine)").matches) field.current?.focus();
  }, []);
  return (
    <div className={styles.search}>
      <TextField
        label="Find"
        type="search"
        placeholder="Find"
        autoComplete="off"
        ref={field}
        value={value}
        onText={onText}
      />
    </div>
  );
};
