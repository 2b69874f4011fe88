import type { PartnerWithStanding } from "@comity/client";
import { FileUp, Plus, Search } from "lucide-react";
import { Suspense, useEffect, useEffectEvent, useRef, useState } from "react";
import { useLocation, useSearchParams } from "wouter";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { lazyPart } from "../../ui/lazyPart.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { useKeys } from "../../ui/useKeys.ts";
import { useScrollKept } from "../../ui/useScrollKept.ts";
import { readingTroubleInWords } from "../../workspace/troubleInWords.ts";
import { chooseImportFile } from "../import/chooseFile.ts";
import { DeckLink } from "../opening/DeckLink.tsx";
import { FirstPartners } from "./FirstPartners.tsx";
import styles from "./PartnerList.module.css";
import { rowHeightPx } from "./PartnerRow.tsx";
import { usePartners } from "./reading.ts";
import { Rows } from "./Rows.tsx";

const AddPartner = lazyPart(async () => (await import("./AddPartner.tsx")).AddPartner);
const addPreloadMs = 1_500;

const searchDelayMs = 160;

export const PartnerList = () => {
  const [params, setParams] = useSearchParams();
  const search = params.get("search") ?? "";
  const [isAdding, setAdding] = useState(false);
  const [, navigate] = useLocation();
  const field = useRef<HTMLInputElement>(null);
  useScrollKept("partners");
  useEffect(() => {
    const timer = setTimeout(AddPartner.preload, addPreloadMs);
    return () => clearTimeout(timer);
  }, []);
  const focusSearch = (): void => field.current?.focus();
  useKeys({ "/": focusSearch, n: () => setAdding(true) });
  useWantedPartner(() => setAdding(true));
  const setSearch = (text: string): void =>
    setParams(text === "" ? {} : { search: text }, { replace: true });
  return (
    <main className={styles.page}>
      <title>Partners · Comity</title>
      <div className={styles.head}>
        <h1>Partners</h1>
        <div className={styles.verbs}>
          <Button onClick={() => setAdding(true)}>
            <Plus size={18} aria-hidden />
            Add partner
          </Button>
          <Button onClick={chooseImportFile}>
            <FileUp size={18} aria-hidden />
            Import
          </Button>
        </div>
      </div>
      <SearchField field={field} search={search} onSearch={setSearch} />
      <Found search={search} onAdd={() => setAdding(true)} onClear={() => setSearch("")} />
      {isAdding && (
        <Suspense>
          <AddPartner
            onClose={() => setAdding(false)}
            onAdded={({ id }) => navigate(`/partners/${id}`)}
          />
        </Suspense>
      )}
    </main>
  );
};

/** A link may want a partner added at once: `/partners?do=add`. */
const useWantedPartner = (onWanted: () => void): void => {
  const [params, setParams] = useSearchParams();
  const isWanted = params.get("do") === "add";
  const begin = useEffectEvent((): void => {
    setParams({}, { replace: true });
    onWanted();
  });
  useEffect(() => {
    if (isWanted) begin();
  }, [isWanted]);
};

interface SearchFieldProps {
  readonly field: React.RefObject<HTMLInputElement | null>;
  readonly search: string;
  readonly onSearch: (text: string) => void;
}

/** Looks up what is typed a moment after the last letter, and follows where the address leads. */
const SearchField = ({ field, search, onSearch }: SearchFieldProps) => {
  const [text, setText] = useState(search);
  const [shown, setShown] = useState(search);
  const [sent, setSent] = useState(search);
  if (shown !== search) {
    setShown(search);
    // Not looked up from here: someone went back, or asked to see everyone.
    if (search !== sent) {
      setSent(search);
      setText(search);
    }
  }
  const latest = useRef(onSearch);
  useEffect(() => {
    latest.current = onSearch;
  });
  useEffect(() => {
    if (text === search) return undefined;
    const timer = setTimeout(() => {
      setSent(text);
      latest.current(text);
    }, searchDelayMs);
    return () => clearTimeout(timer);
  }, [text, search]);
  return (
    <div className={styles.search}>
      <Search size={18} aria-hidden />
      <input
        ref={field}
        type="search"
        aria-label="Search partners"
        aria-keyshortcuts="/"
        placeholder="Search name, role or organisation"
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") event.currentTarget.blur();
        }}
      />
      <kbd aria-hidden>/</kbd>
    </div>
  );
};

interface FoundProps {
  readonly search: string;
  readonly onAdd: () => void;
  readonly onClear: () => void;
}

const Found = ({ search, onAdd, onClear }: FoundProps) => {
  const found = usePartners(search);
  const partners = found.data?.pages.flatMap((page) => page.data);
  const isUnread = partners === undefined && found.error !== null;
  return (
    <>
      {search === "" && partners?.length !== 0 && !isUnread && <DeckLink />}
      <Listed found={found} partners={partners} search={search} onAdd={onAdd} onClear={onClear} />
    </>
  );
};

interface ListedProps extends FoundProps {
  readonly found: ReturnType<typeof usePartners>;
  readonly partners: ReadonlyArray<PartnerWithStanding> | undefined;
}

const Listed = ({ found, partners, search, onAdd, onClear }: ListedProps) => {
  const { error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = found;
  if (partners === undefined) {
    return error === null ? (
      <Waiting />
    ) : (
      <Trouble onRetry={() => void refetch()}>{readingTroubleInWords(error)}</Trouble>
    );
  }
  if (partners.length === 0) {
    return search === "" ? (
      <FirstPartners onAdd={onAdd} />
    ) : (
      <EmptyState title={`Nobody here goes by “${search}”.`}>
        <Button onClick={onClear}>Show everyone</Button>
      </EmptyState>
    );
  }
  return (
    <>
      {error !== null && (
        <Trouble onRetry={() => void fetchNextPage()}>{readingTroubleInWords(error)}</Trouble>
      )}
      <Rows
        partners={partners}
        hasMore={hasNextPage && !isFetchingNextPage && error === null}
        onMore={() => void fetchNextPage()}
      />
    </>
  );
};

const Waiting = () => (
  <div className={styles.waiting} aria-busy="true" aria-label="Loading partners">
    {[14, 11, 16, 12, 15, 10].map((width) => (
      <div key={width} style={{ height: rowHeightPx }}>
        <Skeleton width={`${width}rem`} height="1.4rem" />
        <Skeleton width={`${width * 0.8}rem`} height="0.9rem" />
      </div>
    ))}
  </div>
);
