import type { Statement } from "@comity/domain/equity/schema";
import { useState } from "react";
import { newId } from "../../../identity/newId.ts";
import { Button } from "../../../ui/Button.tsx";
import { Trouble } from "../../../ui/Trouble.tsx";
import { workspace } from "../../../workspace/client.ts";
import { useWrite } from "../../../workspace/useWrite.ts";
import { toldToThem, type Kinds } from "../catalogue.ts";
import { entryLines } from "./entryLines.ts";
import type { Fact, FactLine } from "./factLines.ts";
import styles from "./Ledger.module.css";
import { useRefresh } from "../reading.ts";
import { Sum } from "../Sum.tsx";
import { isYes, sayTakenBack } from "./takeBack.ts";
import { WhatItMeant } from "./WhatItMeant.tsx";

interface EntryDetailsProps {
  readonly line: FactLine;
  readonly statement: Statement;
  readonly name: string;
  readonly kinds: Kinds;
  /** Something was written about this entry; the line that now tells of it. */
  readonly onWritten: (entryId: string) => void;
}

/** The arithmetic of one entry, and what can be said about it later. */
export const EntryDetails = ({ line, statement, name, kinds, onWritten }: EntryDetailsProps) => {
  const { fact, state, guess } = line;
  const stands = state === "stands";
  const isGuess = fact.kind === "transfer" && fact.from === "me" && fact.evidence !== "stated";
  return (
    <div className={styles.more}>
      <Sum lines={entryLines(fact, statement, name)} />
      {stands && isGuess && (
        <WhatItMeant
          gift={fact}
          name={name}
          told={toldOf(fact.kindId, kinds)}
          onWritten={onWritten}
        />
      )}
      {stands && (
        <TakeBack entry={fact} hasGuess={guess !== undefined} name={name} onWritten={onWritten} />
      )}
    </div>
  );
};

/** Only the words of the catalogue are proposed: a note may be meant for nobody else. */
const toldOf = (kindId: string | null, kinds: Kinds): string => {
  const kind = kindId === null ? undefined : kinds.get(kindId);
  return kind === undefined ? "" : toldToThem(kind.what);
};

interface TakeBackProps extends Pick<EntryDetailsProps, "name" | "onWritten"> {
  readonly entry: Fact;
  readonly hasGuess: boolean;
}

/** Taking back asks once, in place, because the line stays for good. */
const TakeBack = ({ entry, hasGuess, name, onWritten }: TakeBackProps) => {
  const [isAsking, setAsking] = useState(false);
  const { takeBack, isSaving, trouble } = useTakeBack(entry, onWritten);
  return (
    <div className={styles.takeBack}>
      {isAsking ? (
        <>
          <p>{takingBackInWords(entry, hasGuess, name)}</p>
          <Button small tone="ask" disabled={isSaving} onClick={() => void takeBack()}>
            Take it back
          </Button>
          <Button small tone="quiet" onClick={() => setAsking(false)}>
            Keep it
          </Button>
        </>
      ) : (
        <Button small tone="quiet" onClick={() => setAsking(true)}>
          Take back…
        </Button>
      )}
      {trouble !== undefined && <Trouble>{trouble}</Trouble>}
    </div>
  );
};

const takingBackInWords = (entry: Fact, hasGuess: boolean, name: string): string => {
  if (hasGuess) {
    return `What ${name} said stays here, struck through, and no longer counts. Your guess does not come back by itself.`;
  }
  const stays = "It stays here, struck through, and no longer counts.";
  return isYes(entry) ? `${stays} The ask then waits for an answer again.` : stays;
};

const useTakeBack = (entry: Fact, onWritten: (entryId: string) => void) => {
  const refresh = useRefresh();
  const { write, isSaving, trouble } = useWrite();
  const [reversalId] = useState(newId);
  const takeBack = (): Promise<void> =>
    write(async () => {
      await workspace.entries.reverse(entry.id, { id: reversalId });
      onWritten(entry.id);
      await refresh(entry.partnerId);
      sayTakenBack(entry, refresh);
    });
  return { takeBack, isSaving, trouble };
};
