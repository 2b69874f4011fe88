import type { Statement } from "@comity/domain/equity/schema";
import { useState } from "react";
import { newId } from "../../identity/newId.ts";
import { Button } from "../../ui/Button.tsx";
import { dayInWords, msOf } from "../../ui/clock.ts";
import { toasts } from "../../ui/toasts.ts";
import { Trouble } from "../../ui/Trouble.tsx";
import { workspace } from "../../workspace/client.ts";
import { troubleInWords } from "../../workspace/troubleInWords.ts";
import type { Fact } from "./entryInWords.ts";
import styles from "./Ledger.module.css";
import { useRefresh } from "./reading.ts";
import { inEp } from "./words.ts";

interface EntryArithmeticProps {
  readonly entry: Fact;
  readonly statement: Statement;
  readonly name: string;
}

/** What one entry posted, and where the account stands with all of them. */
export const EntryArithmetic = ({ entry, statement, name }: EntryArithmeticProps) => (
  <dl className={styles.arithmetic}>
    {entry.kind === "transfer" && (
      <>
        <Term label="It took the giver" value={inEp(entry.cost)} />
        <Term label="It meant to the receiver" value={inEp(entry.benefit)} />
      </>
    )}
    <Term label={`Posted to your standing with ${name}`} value={inEp(entry.posting.mine)} />
    <Term label={`Posted to ${name}'s standing with you`} value={inEp(entry.posting.theirs)} />
    <Term label="Written down" value={dayInWords(msOf(entry.recordedAt))} />
    <Term label="All gifts less asks, faded to today (P)" value={inEp(statement.principal)} />
    <Term label="What standing goodwill earned (I)" value={inEp(statement.interest)} />
    <Term label="Your standing today (E = P + I)" value={inEp(statement.equity)} />
  </dl>
);

const Term = ({ label, value }: { readonly label: string; readonly value: string }) => (
  <div>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
);

/** Taking back cannot be undone, so it asks once, in place. */
export const TakeBack = ({ entry }: { readonly entry: Fact }) => {
  const refresh = useRefresh();
  const [isAsking, setAsking] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const [reversalId] = useState(newId);
  const takeBack = async (): Promise<void> => {
    setSaving(true);
    setTrouble(undefined);
    try {
      await workspace.entries.reverse(entry.id, { id: reversalId });
      await refresh(entry.partnerId);
      toasts.show({ text: "Taken back." });
    } catch (error) {
      setTrouble(troubleInWords(error));
      setSaving(false);
    }
  };
  return (
    <div className={styles.takeBack}>
      {isAsking ? (
        <>
          <p>It stays here, struck through, and no longer counts. This cannot be undone.</p>
          <Button small tone="ask" disabled={isSaving} onClick={() => void takeBack()}>
            Take it back
          </Button>
          <Button small tone="quiet" onClick={() => setAsking(false)}>
            Keep it
          </Button>
        </>
      ) : (
        <Button small onClick={() => setAsking(true)}>
          Take back…
        </Button>
      )}
      {trouble !== undefined && <Trouble>{trouble}</Trouble>}
    </div>
  );
};
