import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useState } from "react";
import { Link } from "wouter";
import { remember, remembered } from "../../ui/memory.ts";
import { workspace } from "../../workspace/client.ts";
import { keys } from "../../workspace/keys.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import styles from "./DeckLink.module.css";

/** With fewer than so many, one opens the pages of people rather than a deck. */
const manyPeople = 5;

const dismissedKey = "deck.dismissed";
const offeredKey = "deck.offered";

/** A quiet way to the deck, while many people have nothing written down. */
export const DeckLink = () => {
  const [isDismissed, setDismissed] = useState(() => remembered(dismissedKey) !== null);
  const [wasOffered] = useState(() => remembered(offeredKey) === "yes");
  const { data } = useQuery({
    queryKey: keys.openings,
    queryFn: async ({ signal }) => {
      const progress = await workspace.openings.progress(signal);
      remember(offeredKey, progress.left >= manyPeople ? "yes" : "no");
      return progress;
    },
    enabled: !isDismissed,
    staleTime: 0,
  });
  if (isDismissed) return null;
  if (data === undefined) return wasOffered ? <div className={styles.offer} /> : null;
  if (data.left < manyPeople) return null;
  const dismiss = (): void => {
    // The button goes with what it dismisses, so the list below takes the focus.
    document.querySelector<HTMLElement>("[data-row]")?.focus({ preventScroll: true });
    remember(dismissedKey, "yes");
    setDismissed(true);
  };
  return (
    <div className={styles.offer}>
      <p>
        <Link href="/openings">{`Tell from memory how you stand with ${data.left.toLocaleString("en")} people`}</Link>
      </p>
      <IconButton aria-label="Do not offer this again" onClick={dismiss}>
        <X size={16} aria-hidden />
      </IconButton>
    </div>
  );
};
