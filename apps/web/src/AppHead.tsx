import { Keyboard, Search } from "lucide-react";
import { Link } from "wouter";
import styles from "./AppHead.module.css";
import { AppPlaces } from "./AppPlaces.tsx";
import { IconButton } from "./ui/IconButton.tsx";
import { Kbd } from "./ui/Kbd.tsx";
import { ThemeMenu } from "./ui/ThemeMenu.tsx";

interface AppHeadProps {
  readonly path: string;
  readonly onFind: () => void;
  readonly onKeys: () => void;
}

/** Where one can go, and how to get there faster. */
export const AppHead = ({ path, onFind, onKeys }: AppHeadProps) => (
  <header className={styles.head}>
    <Link href="/" className={styles.wordmark} aria-label="Comity, to Today">
      Comity
    </Link>
    <AppPlaces path={path} />
    <div className={styles.tools}>
      <button
        type="button"
        className={styles.find}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={onFind}
      >
        <Search size={18} aria-hidden />
        <span className={styles.word}>Find</span>
        <span className={styles.key} aria-hidden>
          <Kbd keys="mod+k" />
        </span>
      </button>
      <IconButton className={styles.keys} aria-label="Keys" title="Keys (?)" onClick={onKeys}>
        <Keyboard size={18} aria-hidden />
      </IconButton>
      <ThemeMenu />
    </div>
  </header>
);

/** For those who come by keyboard: past the places, to what the page is about. */
export const SkipLink = () => (
  <a
    href="#content"
    className={styles.skip}
    onClick={(event) => {
      event.preventDefault();
      document.getElementById("content")?.focus();
    }}
  >
    Skip to the content
  </a>
);
