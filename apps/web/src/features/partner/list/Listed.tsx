import type { PartnerWithStanding } from "@comity/client";
import { type RefObject, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { lazyPart } from "../../../ui/lazyPart.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { Trouble } from "../../../ui/Trouble.tsx";
import { readingTroubleInWords } from "../../../workspace/troubleInWords.ts";
import { DeckLink } from "../../opening/DeckLink.tsx";
import { EmptyList } from "./EmptyList.tsx";
import styles from "./List.module.css";
import { ListMenu } from "./ListMenu.tsx";
import { Notices } from "./Notices.tsx";
import type { Picking } from "./PartnerRow.tsx";
import { useFoundCount, useListed } from "./reading.ts";
import { Rows, useRowHeight } from "./Rows.tsx";
import { countOf, isSelected } from "./selection.ts";
import { addressOf, filterOf, isNarrowed, type Shown, sortOf } from "./shown.ts";
import { Toolbar } from "./Toolbar.tsx";
import { useSelection } from "./useSelection.ts";

const BulkBar = lazyPart(async () => (await import("./BulkBar.tsx")).BulkBar);

interface ListedProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly shown: Shown;
  readonly onShown: (shown: Shown, isTyped?: boolean) => void;
  readonly onAdd: () => void;
}

type Found = ReturnType<typeof useListed>;

/** As high as all of them, as soon as it is known how many they are. */
const heightOf = ({ partners, hasNextPage }: Found, counted: number | undefined): number => {
  const read = partners?.length ?? 0;
  return partners === undefined || hasNextPage ? Math.max(counted ?? 0, read) : read;
};

/** The list with all that is above it: how it is narrowed, what is found, and who is chosen. */
export const Listed = ({ field, shown, onShown, onAdd }: ListedProps) => {
  const found = useListed(shown);
  const counted = useFoundCount(shown);
  const { partners } = found;
  const picked = usePicked(shown, partners);
  const count = heightOf(found, counted);
  const chosen = countOf(picked.selection, count);
  const isEmpty = partners?.length === 0 && !found.hasNextPage;
  if (isEmpty && !isNarrowed(shown)) {
    return <EmptyList shown={shown} onShown={onShown} onAdd={onAdd} />;
  }
  return (
    <>
      <Toolbar
        field={field}
        shown={shown}
        count={found.isPlaceholderData ? undefined : (counted ?? partners?.length)}
        onShown={onShown}
      >
        {!isEmpty && (
          <ListMenu
            shown={shown}
            isPicking={picked.isPicking}
            onPick={picked.switchPicking}
            onAll={picked.all}
          />
        )}
      </Toolbar>
      {addressOf(shown) === addressOf({}) && partners !== undefined && (
        <>
          <DeckLink />
          <Notices />
        </>
      )}
      {isEmpty ? (
        <EmptyList shown={shown} onShown={onShown} onAdd={onAdd} />
      ) : (
        <Read found={found} count={count} shown={shown} picked={picked} />
      )}
      {chosen > 0 && (
        <Suspense>
          <BulkBar
            shown={shown}
            selection={picked.selection}
            count={chosen}
            chosen={(partners ?? []).filter(({ id }) => isSelected(picked.selection, id))}
            onClear={picked.clear}
          />
        </Suspense>
      )}
    </>
  );
};

/** Whom somebody chose, and how rows are chosen. On a phone rows are chosen by a tap once that is wanted. */
const usePicked = (shown: Shown, partners: ReadonlyArray<PartnerWithStanding> | undefined) => {
  const { selection, toggle, extend, all, clear } = useSelection(addressOf(filterOf(shown)));
  const [isWanted, setWanted] = useState(false);
  const latest = useRef({ toggle, extend, partners });
  useEffect(() => {
    latest.current = { toggle, extend, partners };
  });
  const pick = useCallback((id: string, isRange: boolean): void => {
    const { current } = latest;
    if (!isRange) current.toggle(id);
    else
      current.extend(
        (current.partners ?? []).map((partner) => partner.id),
        id,
      );
  }, []);
  const picking = useMemo((): Picking => ({ toggle: pick, isWanted }), [pick, isWanted]);
  const isAny = selection.isAll || selection.ids.size > 0;
  return {
    selection,
    picking,
    all,
    isPicking: isWanted || isAny,
    clear: (): void => {
      setWanted(false);
      clear();
    },
    switchPicking: (): void => {
      if (isWanted) clear();
      setWanted(!isWanted);
    },
  };
};

interface ReadProps {
  readonly found: Found;
  readonly count: number;
  readonly shown: Shown;
  readonly picked: ReturnType<typeof usePicked>;
}

const Read = ({ found, count, shown, picked }: ReadProps) => {
  const { partners, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = found;
  const more = useCallback((): void => void fetchNextPage(), [fetchNextPage]);
  if (partners === undefined && error !== null) {
    return <Trouble onRetry={() => void refetch()}>{readingTroubleInWords(error)}</Trouble>;
  }
  if (partners === undefined && count === 0) return <Waiting />;
  return (
    <>
      {error !== null && (
        <Trouble onRetry={() => void fetchNextPage()}>{readingTroubleInWords(error)}</Trouble>
      )}
      <Rows
        partners={partners ?? []}
        count={count}
        hasMore={hasNextPage && !isFetchingNextPage && error === null}
        onMore={more}
        selection={picked.selection}
        isPicking={picked.isPicking}
        picking={picked.picking}
        isSilenceShown={sortOf(shown) === "last-contact"}
        isOld={found.isPlaceholderData}
        onAll={picked.all}
        onClear={picked.clear}
      />
    </>
  );
};

const Waiting = () => {
  const height = useRowHeight();
  return (
    <div className={styles.waiting} aria-busy="true" aria-label="Loading partners">
      {[14, 11, 16, 12, 15, 10].map((width) => (
        <div key={width} style={{ height }}>
          <Skeleton width={`${width}rem`} height="1.4rem" />
          <Skeleton width={`${width * 0.8}rem`} height="0.9rem" />
        </div>
      ))}
    </div>
  );
};
