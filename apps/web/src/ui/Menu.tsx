import { Check } from "lucide-react";
import {
  type KeyboardEvent,
  type ReactNode,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import buttonStyles from "./Button.module.css";
import iconStyles from "./IconButton.module.css";
import styles from "./Menu.module.css";

export interface MenuItem {
  readonly label: string;
  readonly picture?: ReactNode;
  /** A menu of which one is chosen says which. Left out: the item is a verb. */
  readonly isChosen?: boolean;
  readonly tone?: "plain" | "danger";
  readonly disabled?: boolean;
  readonly onChoose: () => void;
}

interface MenuProps {
  /** What the button says, or what it is called where it shows a picture. */
  readonly label: string;
  readonly picture?: ReactNode;
  readonly small?: boolean;
  readonly items: ReadonlyArray<MenuItem>;
}

/** A button that opens a list of verbs. Arrow keys, Home, End and first letters move; Escape closes. */
export const Menu = ({ label, picture, small = false, items }: MenuProps) => {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  usePlaced(isOpen, button, list);
  const face = picture === undefined ? buttonFace(small) : iconStyles.icon;
  return (
    <>
      <button
        ref={button}
        type="button"
        className={face}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={picture === undefined ? undefined : label}
        title={picture === undefined ? undefined : label}
        popoverTarget={id}
      >
        {picture ?? label}
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        className={styles.menu}
        onToggle={(event) => setOpen(event.newState === "open")}
        onKeyDown={moveInside}
      >
        {isOpen &&
          items.map((item) => (
            <Item key={item.label} item={item} onDone={() => list.current?.hidePopover()} />
          ))}
      </div>
    </>
  );
};

const buttonFace = (small: boolean): string =>
  [buttonStyles.button, buttonStyles.plain, small ? buttonStyles.small : ""].join(" ");

interface ItemProps {
  readonly item: MenuItem;
  readonly onDone: () => void;
}

const Item = ({ item, onDone }: ItemProps) => (
  <button
    type="button"
    role={item.isChosen === undefined ? "menuitem" : "menuitemradio"}
    aria-checked={item.isChosen}
    aria-disabled={item.disabled === true ? true : undefined}
    tabIndex={-1}
    className={`${styles.item} ${item.tone === "danger" ? styles.danger : ""}`}
    onClick={() => {
      if (item.disabled === true) return;
      onDone();
      item.onChoose();
    }}
  >
    {item.picture}
    <span>{item.label}</span>
    {item.isChosen === true && <Check size={16} aria-hidden />}
  </button>
);

const itemsOf = (list: HTMLElement): Array<HTMLElement> => [
  ...list.querySelectorAll<HTMLElement>("[role^=menuitem]"),
];

const wantedItem = (items: ReadonlyArray<HTMLElement>, key: string): HTMLElement | undefined => {
  const now = items.findIndex((item) => item === document.activeElement);
  const { length } = items;
  if (key === "ArrowDown") return items[(now + 1) % length];
  if (key === "ArrowUp") return items[(now + length - (now < 0 ? 0 : 1)) % length];
  if (key === "Home") return items[0];
  if (key === "End") return items[length - 1];
  if (key.length !== 1 || key === " ") return undefined;
  const after = [...items.slice(now + 1), ...items.slice(0, now + 1)];
  return after.find((item) => item.textContent.toLowerCase().startsWith(key.toLowerCase()));
};

const moveInside = (event: KeyboardEvent<HTMLElement>): void => {
  if (event.key === "Tab") {
    event.currentTarget.hidePopover();
    return;
  }
  const wanted = wantedItem(itemsOf(event.currentTarget), event.key);
  // Letters are the menu's own, also those that begin no item.
  if (wanted !== undefined || /^[a-z]$/i.test(event.key)) event.preventDefault();
  wanted?.focus();
};

const gapPx = 4;

/** Below the button or, where there is no room, above it; never beyond the edge of the window. */
const usePlaced = (
  isOpen: boolean,
  button: React.RefObject<HTMLElement | null>,
  list: React.RefObject<HTMLElement | null>,
): void => {
  useLayoutEffect(() => {
    const shown = list.current;
    const from = button.current?.getBoundingClientRect();
    if (!isOpen || shown === null || from === undefined) return undefined;
    const { offsetWidth: width, offsetHeight: height } = shown;
    const { clientWidth } = document.documentElement;
    const isRoomy = from.bottom + gapPx + height <= window.innerHeight;
    const top = isRoomy ? from.bottom + gapPx : Math.max(gapPx, from.top - gapPx - height);
    const left = Math.max(gapPx, Math.min(from.left, clientWidth - width - 2 * gapPx));
    Object.assign(shown.style, { top: `${top}px`, left: `${left}px` });
    (itemsOf(shown).find((item) => item.ariaChecked === "true") ?? itemsOf(shown)[0])?.focus();
    const close = (): void => shown.hidePopover();
    window.addEventListener("scroll", close, { passive: true });
    return () => window.removeEventListener("scroll", close);
  }, [isOpen, button, list]);
};
