import {
  type ReactNode,
  type RefObject,
  type ToggleEvent,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { Button } from "../../../ui/Button.tsx";
import { Choice } from "../../../ui/Choice.tsx";
import { Switch } from "../../../ui/Checkbox.tsx";
import { Dialog, DialogActions } from "../../../ui/Dialog.tsx";
import { TextField } from "../../../ui/Field.tsx";
import styles from "./FilterPanel.module.css";
import { circleNameInWords, kindNameInWords, partnersInWords } from "./listInWords.ts";
import { useTags } from "./reading.ts";
import {
  changed,
  circleNames,
  kindNames,
  organisationCharactersMax,
  type Shown,
  tagCharactersMax,
} from "./shown.ts";
import { useMedia } from "./useMedia.ts";

interface FilterPanelProps {
  readonly shown: Shown;
  readonly count: number | undefined;
  readonly onShown: (shown: Shown) => void;
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}

/** Everything a list can be narrowed to. It holds at once: beside the list on a desk, in a sheet on a phone. */
export const FilterPanel = (props: FilterPanelProps) => {
  const { shown, count, onShown, button, onClose } = props;
  const isNarrow = useMedia("(max-width: 40rem)");
  const fields = <Fields shown={shown} onShown={onShown} />;
  if (!isNarrow) {
    return (
      <Panel button={button} onClose={onClose}>
        {fields}
      </Panel>
    );
  }
  const { search, sort } = shown;
  return (
    <Dialog title="Filter" onClose={onClose}>
      {fields}
      <DialogActions>
        <Button tone="quiet" onClick={() => onShown(changed({}, { search, sort }))}>
          Clear all
        </Button>
        <Button tone="give" onClick={onClose}>
          {count === undefined ? "Show" : `Show ${partnersInWords(count)}`}
        </Button>
      </DialogActions>
    </Dialog>
  );
};

interface PanelProps extends Pick<FilterPanelProps, "button" | "onClose"> {
  readonly children: ReactNode;
}

const gapPx = 4;

const Panel = ({ button, onClose, children }: PanelProps) => {
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const shown = panel.current;
    const from = button.current;
    if (shown === null || from === null) return undefined;
    shown.showPopover({ source: from });
    const { bottom, right } = from.getBoundingClientRect();
    const left = Math.max(gapPx, right - shown.offsetWidth);
    const top = bottom + gapPx;
    const maxHeight = window.innerHeight - top - gapPx;
    Object.assign(shown.style, { left: `${left}px`, top: `${top}px`, maxHeight: `${maxHeight}px` });
    shown.querySelector<HTMLElement>("input:checked, input")?.focus();
    return () => {
      if (shown.contains(document.activeElement)) from.focus();
    };
  }, [button]);
  const closed = ({ newState }: ToggleEvent): void => {
    if (newState === "closed") onClose();
  };
  return (
    <div ref={panel} popover="auto" className={styles.panel} onToggle={closed}>
      <search aria-label="Filter">{children}</search>
    </div>
  );
};

const any = "any";

const Fields = ({ shown, onShown }: Pick<FilterPanelProps, "shown" | "onShown">) => (
  <div className={styles.fields}>
    <Choice
      legend="Circle"
      value={shown.circle ?? any}
      options={[
        { value: any, label: "Any" },
        ...circleNames.map((value) => ({ value, label: circleNameInWords[value] })),
      ]}
      onChoose={(value) => onShown(changed(shown, { circle: value === any ? undefined : value }))}
    />
    <Choice
      legend="Who"
      layout="segmented"
      value={shown.kind ?? any}
      options={[
        { value: any, label: "Both" },
        ...kindNames.map((value) => ({ value, label: kindNameInWords[value] })),
      ]}
      onChoose={(value) => onShown(changed(shown, { kind: value === any ? undefined : value }))}
    />
    <TagChoice shown={shown} onShown={onShown} />
    <OrganisationField shown={shown} onShown={onShown} />
    <Switch
      label="Archived, instead of those in use"
      checked={shown.archived === true}
      onCheck={(archived) => onShown(changed(shown, { archived: archived ? true : undefined }))}
    />
  </div>
);

/** More than these are found by typing. */
const tagsOffered = 10;

const TagChoice = ({ shown, onShown }: Pick<FilterPanelProps, "shown" | "onShown">) => {
  const { data: tags = [] } = useTags();
  const [text, setText] = useState("");
  const wanted = text.trim().toLowerCase();
  const matching = tags.filter(({ tag }) => tag.toLowerCase().includes(wanted));
  const offered = matching.slice(0, tagsOffered);
  const isMissing = shown.tag !== undefined && !offered.some(({ tag }) => tag === shown.tag);
  if (tags.length === 0 && shown.tag === undefined) {
    return (
      <p className={styles.none}>You have no tags yet. Choose partners in the list to tag them.</p>
    );
  }
  return (
    <div className={styles.tags}>
      {tags.length > tagsOffered && (
        <TextField
          label="Find a tag"
          maxLength={tagCharactersMax}
          autoComplete="off"
          value={text}
          onText={setText}
        />
      )}
      <Choice
        legend="Tag"
        value={shown.tag ?? any}
        options={[
          { value: any, label: "Any" },
          ...(isMissing ? [{ value: shown.tag ?? "", label: <bdi>{shown.tag}</bdi> }] : []),
          ...offered.map(({ tag, partners }) => ({
            value: tag,
            label: (
              <span>
                <bdi>{tag}</bdi>
                <span className={styles.count}>{partners.toLocaleString("en")}</span>
              </span>
            ),
          })),
        ]}
        onChoose={(value) => onShown(changed(shown, { tag: value === any ? undefined : value }))}
      />
      {offered.length === 0 && <p className={styles.none}>No tag of yours has these letters.</p>}
    </div>
  );
};

/** As a whole name, so it narrows when it is written, not letter by letter. */
const OrganisationField = ({ shown, onShown }: Pick<FilterPanelProps, "shown" | "onShown">) => {
  const [text, setText] = useState(shown.organisation ?? "");
  const narrow = (): void => {
    const organisation = text.trim() === "" ? undefined : text.trim();
    if (organisation !== shown.organisation) onShown(changed(shown, { organisation }));
  };
  return (
    <TextField
      label="Organisation"
      hint="Its whole name; Enter narrows."
      maxLength={organisationCharactersMax}
      autoComplete="off"
      enterKeyHint="done"
      value={text}
      onText={setText}
      onBlur={narrow}
      onKeyDown={(event) => {
        if (event.key === "Enter") narrow();
      }}
    />
  );
};
