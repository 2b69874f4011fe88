import { X } from "lucide-react";
import { useState } from "react";
import { Link } from "wouter";
import { IconButton } from "../../../ui/IconButton.tsx";
import { remember, remembered } from "../../../ui/memory.ts";
import { fullCircleInWords, pairsInWords } from "./listInWords.ts";
import styles from "./Notices.module.css";
import { useCircles, usePairCount } from "./reading.ts";
import { addressOf } from "./shown.ts";

/** What is worth knowing before one looks through the list. Nothing here waits for an answer. */
export const Notices = () => (
  <div className={styles.notices}>
    <FullCircle />
    <Pairs />
  </div>
);

/** The innermost circle that is fuller than it has room for. */
const FullCircle = () => {
  const { data: circles = [] } = useCircles();
  const full = circles.find((circle) => fullCircleInWords(circle) !== undefined);
  if (full === undefined) return null;
  const name = `${full.circle}` as const;
  return (
    <div className={styles.notice}>
      <p>
        {fullCircleInWords(full)}
        <Link href={addressOf({ circle: name, sort: "last-contact" })}>Who is silent longest?</Link>
      </p>
    </div>
  );
};

const dismissedKey = "pairs.dismissed";

const Pairs = () => {
  const { data: pairs = 0 } = usePairCount();
  const [dismissed, setDismissed] = useState(() => Number(remembered(dismissedKey) ?? "0"));
  // Dismissed for as many as there were: more of them are news.
  if (pairs <= dismissed) return null;
  const dismiss = (): void => {
    // The button goes with what it dismisses, so the list below takes the focus.
    document.querySelector<HTMLElement>("[data-row]")?.focus({ preventScroll: true });
    remember(dismissedKey, String(pairs));
    setDismissed(pairs);
  };
  return (
    <div className={styles.notice}>
      <p>
        {pairsInWords(pairs)}
        <Link href="/partners/duplicates">Look at them</Link>
      </p>
      <IconButton aria-label="Do not show these again" onClick={dismiss}>
        <X size={16} aria-hidden />
      </IconButton>
    </div>
  );
};
