import { SlidersHorizontal } from "lucide-react";
import { type ReactNode, type RefObject, Suspense, useRef, useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Chip } from "../../../ui/ChipField.tsx";
import { lazyPart } from "../../../ui/lazyPart.tsx";
import { Menu } from "../../../ui/Menu.tsx";
import { foundInWords, setFieldsInWords, sortInWords } from "./listInWords.ts";
import { SearchField } from "./SearchField.tsx";
import { changed, isNarrowed, type Shown, sortOf, sortsFor, usualSort } from "./shown.ts";
import styles from "./Toolbar.module.css";

const FilterPanel = lazyPart(async () => (await import("./FilterPanel.tsx")).FilterPanel);

interface ToolbarProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly shown: Shown;
  /** Undefined: still being counted. */
  readonly count: number | undefined;
  /** Typed letters take the place of the address before; everything else is a step to go back from. */
  readonly onShown: (shown: Shown, isTyped?: boolean) => void;
  readonly children: ReactNode;
}

/** What is looked for, narrowed to and sorted by. It stays at the head of the window. */
export const Toolbar = ({ field, shown, count, onShown, children }: ToolbarProps) => {
  const setFields = setFieldsInWords(shown);
  return (
    <div className={styles.bar} data-covers="top">
      <search className={styles.line}>
        <SearchField
          field={field}
          search={shown.search ?? ""}
          onSearch={(text) =>
            onShown(changed(shown, { search: text === "" ? undefined : text }), true)
          }
        />
        <div className={styles.tools}>
          <FilterButton shown={shown} count={count} onShown={onShown} />
          <SortMenu shown={shown} onShown={onShown} />
          {children}
        </div>
      </search>
      {setFields.length > 0 && (
        <div className={styles.set}>
          {setFields.map(({ field: name, label }) => (
            <Chip
              key={name}
              removeLabel={`Remove: ${label}`}
              onRemove={() => {
                onShown(changed(shown, { [name]: undefined }));
                // The button goes with its chip.
                field.current?.focus({ preventScroll: true });
              }}
            >
              <bdi>{label}</bdi>
            </Chip>
          ))}
          {setFields.length > 1 && (
            <Button
              small
              tone="quiet"
              onClick={() => {
                const { search, sort } = shown;
                onShown(changed({}, { search, sort }));
                field.current?.focus({ preventScroll: true });
              }}
            >
              Clear all
            </Button>
          )}
        </div>
      )}
      <output className={styles.found}>
        {count === undefined ? "" : foundInWords(count, isNarrowed(shown))}
      </output>
    </div>
  );
};

const FilterButton = ({
  shown,
  count,
  onShown,
}: Pick<ToolbarProps, "shown" | "count" | "onShown">) => {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  /** A press beside the panel closes it, also a press on the button, which must not open it again. */
  const wasOpen = useRef(false);
  const set = setFieldsInWords(shown).length;
  return (
    <>
      <Button
        small
        ref={button}
        aria-expanded={isOpen}
        onPointerEnter={FilterPanel.preload}
        onFocus={FilterPanel.preload}
        onPointerDown={() => {
          wasOpen.current = isOpen;
        }}
        onClick={({ detail }) => setOpen(detail === 0 ? !isOpen : !wasOpen.current)}
      >
        <SlidersHorizontal size={16} aria-hidden />
        Filter
        {set > 0 && (
          <span className={styles.number}>
            {set}
            <span hidden> set</span>
          </span>
        )}
      </Button>
      {isOpen && (
        <Suspense>
          <FilterPanel
            shown={shown}
            count={count}
            onShown={onShown}
            button={button}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
};

const SortMenu = ({ shown, onShown }: Pick<ToolbarProps, "shown" | "onShown">) => {
  const sorted = sortOf(shown);
  return (
    <Menu
      small
      label={`Sort: ${sortInWords[sorted]}`}
      items={sortsFor(shown).map((sort) => ({
        label: sortInWords[sort],
        isChosen: sort === sorted,
        onChoose: () =>
          onShown(changed(shown, { sort: sort === usualSort(shown) ? undefined : sort })),
      }))}
    />
  );
};
