import { Search } from "lucide-react";
import { type RefObject, useEffect, useRef, useState } from "react";
import { searchCharactersMax } from "./shown.ts";
import styles from "./SearchField.module.css";

const searchDelayMs = 160;

interface SearchFieldProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly search: string;
  readonly onSearch: (text: string) => void;
}

/** Looks up what is typed a moment after the last letter, and follows where the address leads. */
export const SearchField = ({ field, search, onSearch }: SearchFieldProps) => {
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
        placeholder="Search names, roles, tags"
        maxLength={searchCharactersMax}
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
