import { ProblemError } from "@comity/client";
import { sizesEp } from "@comity/domain/equity/rules";
import type { Ask, Coverage, Kind, Size } from "@comity/domain/equity/schema";
import { useRef, useState } from "react";
import { newId } from "../../../identity/newId.ts";
import { useDraft } from "../../../ui/useDraft.ts";
import { workspace } from "../../../workspace/client.ts";
import { troubleInWords } from "../../../workspace/troubleInWords.ts";
import { useRefresh, useStatement } from "../reading.ts";
import { verdictOf } from "./verdictInWords.ts";

/** An ask that was begun elsewhere. */
export interface AskPrefill {
  readonly what: string;
  /** What a yes would take them, in ep. */
  readonly cost: number;
  readonly kindId?: string;
}

interface AskDraftOptions {
  readonly partnerId: string;
  readonly prefill: AskPrefill | undefined;
  readonly onAsked: (ask: Ask) => void;
}

/** An ask while it is written. It keeps its id until the server refuses it: two clicks are one ask. */
export const useAskDraft = ({ partnerId, prefill, onAsked }: AskDraftOptions) => {
  const { data: statement } = useStatement(partnerId);
  const refresh = useRefresh();
  const [id, setId] = useState(newId);
  const words = useAskWords(partnerId, prefill);
  const [reason, setReason, clearReason] = useDraft(`override ${partnerId}`);
  const [offer, setOffer] = useState<Size>();
  const [refused, setRefused] = useState<{ readonly id: string; readonly coverage: Coverage }>();
  const [isSaving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const isSent = useRef(false);

  const { what, cost, kindId } = words;
  const judged = statement === undefined ? undefined : verdictOf(statement, { cost, offer });
  const verdict = refused?.coverage ?? judged;
  const isNotYet = verdict?.verdict === "not-yet";
  const isReady = what.trim() !== "" && (!isNotYet || reason.trim() !== "");

  const judgeAgain = (): void => setRefused(undefined);

  const open = async (): Promise<void> => {
    if (isSent.current || !isReady) return;
    isSent.current = true;
    setSaving(true);
    setTrouble(undefined);
    try {
      const ask = await workspace.asks.open({
        id,
        partnerId,
        what: what.trim(),
        cost,
        ...(kindId === undefined ? {} : { kindId }),
        ...(offer === undefined ? {} : { offer }),
        ...(isNotYet ? { overrideReason: reason.trim() } : {}),
        ...(isNotYet && refused !== undefined ? { overrides: refused.id } : {}),
      });
      words.clear();
      clearReason();
      onAsked(ask);
    } catch (error) {
      setTrouble(troubleInWords(error));
      const coverage = error instanceof ProblemError ? error.problem.coverage : undefined;
      if (coverage !== undefined) {
        setRefused({ id, coverage });
        setId(newId());
        // The server knew more than the page, so what follows from the verdict is read anew.
        refresh(partnerId).catch(() => undefined);
      }
    } finally {
      isSent.current = false;
      setSaving(false);
    }
  };

  return {
    ...words,
    statement,
    verdict,
    reason,
    setReason,
    offer,
    isReady,
    isSaving,
    trouble,
    setCost: inTurn<number>(words.setCost, judgeAgain),
    setOffer: inTurn<Size | undefined>(setOffer, judgeAgain),
    pick: inTurn<Kind>(words.pick, judgeAgain),
    judgeAgain,
    open,
  };
};

const inTurn =
  <A>(first: (value: A) => void, then: () => void) =>
  (value: A): void => {
    first(value);
    then();
  };

const isSize = (ep: number): boolean => Object.values(sizesEp).includes(ep);

/** What is asked for and how large it is: written freely, or begun with something usual. */
const useAskWords = (partnerId: string, prefill: AskPrefill | undefined) => {
  // What was begun elsewhere has a draft of its own, so that a half-written ask is not lost for it.
  const place = prefill === undefined ? `ask ${partnerId}` : `ask ${partnerId} ${prefill.what}`;
  const [what, write, clear] = useDraft(place, prefill?.what);
  const [cost, setCost] = useState(prefill?.cost ?? sizesEp.S);
  /** A cost that is none of the five sizes stays to be chosen. */
  const [otherCost, setOtherCost] = useState(
    prefill === undefined || isSize(prefill.cost) ? undefined : prefill.cost,
  );
  const [kindId, setKindId] = useState<string | undefined>(prefill?.kindId);
  const filled = useRef<string>(undefined);

  const setWhat = (text: string): void => {
    write(text);
    if (text.trim() === "") setKindId(undefined);
  };

  /** Words that somebody wrote are not replaced. */
  const pick = (kind: Kind): void => {
    setKindId(kind.id);
    if (what.trim() === "" || what === filled.current) {
      filled.current = kind.what;
      write(kind.what);
    }
    if (kind.cost === 0) return;
    setCost(kind.cost);
    if (!isSize(kind.cost)) setOtherCost(kind.cost);
  };

  return { what, setWhat, clear, cost, setCost, otherCost, kindId, pick };
};
