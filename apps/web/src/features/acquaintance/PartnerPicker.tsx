/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- a combobox with a listbox: the focus and the keys stay in its field */
import type { Partner } from "@comity/domain/partner/schema";
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { TextField } from "../../ui/Field.tsx";
import { useFirstFocus } from "../../ui/useFirstFocus.ts";
import { workspace } from "../../workspace/client.ts";
import { keys } from "../../workspace/keys.ts";
import { readingTroubleInWords } from "../../workspace/troubleInWords.ts";
import styles from "./PartnerPicker.module.css";

type Found = Pick<Partner, "id" | "name" | "role" | "organisation">;

interface PartnerPickerProps {
  readonly label: string;
  /** Whom not to offer: the partner whose page this is, and those who are there already. */
  readonly except: ReadonlyArray<string>;
  /** Offered before anything is typed, as those who may be meant. */
  readonly offered?: ReadonlyArray<Found>;
  readonly onPick: (partner: Found) => void;
}

const restMs = 140;
const foundMax = 6;
const searchCharactersMax = 200;

const nobody: ReadonlyArray<Found> = [];

/** One of your partners, found by a few letters. Arrows move, Enter takes. */
export const PartnerPicker = ({ label, except, offered = nobody, onPick }: PartnerPickerProps) => {
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const { found, isLooking, trouble } = useFound(text.trim());
  const first = useFirstFocus<HTMLInputElement>();
  const id = useId();
  const rows = (text.trim() === "" ? offered : found)
    .filter((partner) => !except.includes(partner.id))
    .slice(0, foundMax);
  const current = Math.min(at, Math.max(rows.length - 1, 0));
  const onKey = (event: KeyboardEvent): void => {
    const row = rows[current];
    if (event.key === "ArrowDown") setAt(Math.min(current + 1, rows.length - 1));
    else if (event.key === "ArrowUp") setAt(Math.max(current - 1, 0));
    else if (event.key !== "Enter") return;
    else if (row !== undefined) onPick(row);
    event.preventDefault();
  };
  return (
    <div className={styles.picker}>
      <TextField
        label={label}
        ref={first}
        role="combobox"
        aria-expanded={rows.length > 0}
        aria-controls={`${id}-rows`}
        aria-activedescendant={rows.length > 0 ? `${id}-${current}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        maxLength={searchCharactersMax}
        placeholder="A name, a few letters"
        value={text}
        onText={(next) => {
          setText(next);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <div id={`${id}-rows`} role="listbox" aria-label={label} className={styles.rows}>
        {rows.map((partner, index) => (
          <div
            key={partner.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            className={styles.row}
            onPointerEnter={() => setAt(index)}
            // The field keeps the focus until somebody is taken.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(partner)}
          >
            <bdi>{partner.name}</bdi>
            <span className={styles.where}>{partner.organisation}</span>
          </div>
        ))}
      </div>
      <p className={styles.said} aria-live="polite">
        {trouble ??
          (text.trim() !== "" && !isLooking && rows.length === 0
            ? "Nobody else goes by that. Add them first; then you can choose them here."
            : "")}
      </p>
    </div>
  );
};

const useFound = (text: string) => {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), restMs);
    return () => clearTimeout(timer);
  }, [text]);
  const { data, error, isFetching } = useQuery({
    queryKey: [...keys.partners, rested, "picker"],
    queryFn: ({ signal }) =>
      workspace.partners.list({ search: rested, limit: foundMax + 4 }, signal),
    enabled: rested !== "",
    placeholderData: (before) => before,
  });
  return {
    found: data?.data ?? [],
    isLooking: isFetching || rested !== text,
    trouble: error === null ? undefined : readingTroubleInWords(error),
  };
};
