import { amountInWords } from "@comity/domain/equity/rules";
import type { Ask } from "@comity/domain/equity/schema";
import { Button } from "../../../ui/Button.tsx";
import { msOf, shortDay } from "../../../ui/clock.ts";
import { toasts } from "../../../ui/toasts.ts";
import { Trouble } from "../../../ui/Trouble.tsx";
import { workspace } from "../../../workspace/client.ts";
import { useWrite } from "../../../workspace/useWrite.ts";
import styles from "./Asks.module.css";
import { askedHow, endInWords, reopenTroubleInWords, waitsAgain } from "./asksInWords.ts";
import { useRefresh } from "../reading.ts";

interface PastAskProps {
  readonly ask: Ask;
  /** Its place on the page is gone then, so the focus needs another. */
  readonly onReopened: () => void;
}

/** How an ask ended. A no, or what was taken back, may have been a slip. */
export const PastAsk = ({ ask, onReopened }: PastAskProps) => {
  const how = askedHow(ask);
  return (
    <li>
      <span className={styles.what}>{ask.what}</span>
      <small>
        {[`asked ${shortDay(msOf(ask.openedAt))}`, amountInWords(ask.cost), endInWords(ask)].join(
          " · ",
        )}
      </small>
      {how !== undefined && <small>{how}</small>}
      {ask.state === "granted" ? <Written /> : <OpenAgain ask={ask} onReopened={onReopened} />}
    </li>
  );
};

const Written = () => (
  <small>
    {"It is written down in "}
    <a href="#entries">the account</a>
    {". If it is taken back there, the ask waits for an answer again."}
  </small>
);

const OpenAgain = ({ ask, onReopened }: PastAskProps) => {
  const refresh = useRefresh();
  const { write, isSaving, trouble } = useWrite();
  const reopen = (): Promise<void> =>
    write(async () => {
      await workspace.asks.reopen(ask.id);
      toasts.show({ text: waitsAgain, about: ask.id });
      await refresh(ask.partnerId);
      onReopened();
    }, reopenTroubleInWords);
  return (
    <>
      <div className={styles.again}>
        <Button small tone="quiet" aria-disabled={isSaving} onClick={() => void reopen()}>
          Open it again
        </Button>
      </div>
      {trouble !== undefined && <Trouble>{trouble}</Trouble>}
    </>
  );
};
