import { useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import styles from "./Goodwill.module.css";
import { OpeningForm } from "./OpeningForm.tsx";
import { useRefresh } from "../reading.ts";
import { sayWrittenDown } from "./takeBack.ts";

interface BlankProps {
  readonly partnerId: string;
  readonly name: string;
  readonly onGive: () => void;
  readonly onWrong: () => void;
}

/** Where nothing is written down yet: two ways to begin, and a quiet third. */
export const Blank = ({ partnerId, name, onGive, onWrong }: BlankProps) => {
  const [telling, setTelling] = useState<"not yet" | "now" | "not now">("not yet");
  const refresh = useRefresh();
  if (telling === "now") {
    return (
      <OpeningForm
        partnerId={partnerId}
        name={name}
        onCancel={() => setTelling("not now")}
        onAnswered={(entry) => {
          sayWrittenDown(entry, refresh);
          void refresh(partnerId);
        }}
      />
    );
  }
  return (
    <div className={styles.ways}>
      <Button tone="give" onClick={onGive}>
        Write down a gift
      </Button>
      <Button
        ref={(tell) => {
          // The focus goes back to where the form was opened from.
          if (telling === "not now") tell?.focus();
        }}
        onClick={() => setTelling("now")}
      >
        Tell what stood between you before
      </Button>
      <Button tone="quiet" onClick={onWrong}>
        Something went wrong
      </Button>
    </div>
  );
};
