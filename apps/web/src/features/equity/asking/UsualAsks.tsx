import type { Kind } from "@comity/domain/equity/schema";
import { Button } from "../../../ui/Button.tsx";
import { Disclosure } from "../../../ui/Disclosure.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { Trouble } from "../../../ui/Trouble.tsx";
import { readingTroubleInWords } from "../../../workspace/troubleInWords.ts";
import styles from "./AskDialog.module.css";
import { useKinds } from "../reading.ts";

interface UsualAsksProps {
  readonly picked: string | undefined;
  readonly onPick: (kind: Kind) => void;
}

const isAsk = ({ use }: Kind): boolean => use === "ask";
const byCost = (a: Kind, b: Kind): number => a.cost - b.cost;

/** Picked is picked: the list makes room for the verdict, and the focus stays at its head. */
const fold = (button: HTMLElement): void => {
  const list = button.closest("details");
  if (list === null) return;
  list.open = false;
  list.querySelector("summary")?.focus();
};

/** What people usually ask for, from small to large. Picking one fills in what is above and below it, and both can be changed. */
export const UsualAsks = ({ picked, onPick }: UsualAsksProps) => {
  const { data, error, refetch } = useKinds();
  const kinds = data?.filter(isAsk).toSorted(byCost);
  const chosen = kinds?.find(({ id }) => id === picked);
  return (
    <Disclosure summary={chosen === undefined ? "Pick something usual" : `Usual: ${chosen.what}`}>
      {kinds === undefined && error !== null && (
        <Trouble onRetry={() => void refetch()}>{readingTroubleInWords(error)}</Trouble>
      )}
      {kinds === undefined && error === null && <Skeleton width="100%" height="6rem" />}
      {kinds !== undefined && (
        <ul className={styles.kinds}>
          {kinds.map((kind) => (
            <li key={kind.id}>
              <Button
                small
                aria-pressed={kind.id === picked}
                onClick={(event) => {
                  onPick(kind);
                  fold(event.currentTarget);
                }}
              >
                {kind.what}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Disclosure>
  );
};
