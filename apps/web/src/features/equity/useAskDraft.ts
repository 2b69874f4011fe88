import { ProblemError } from "@comity/client";
import { epOf, mayAsk } from "@comity/domain/equity/rules";
import type { Ask, Coverage, Size, Statement } from "@comity/domain/equity/schema";
import { useRef, useState } from "react";
import { newId } from "../../identity/newId.ts";
import { useDraft } from "../../ui/useDraft.ts";
import { workspace } from "../../workspace/client.ts";
import { troubleInWords } from "../../workspace/troubleInWords.ts";
import { useStatement } from "./reading.ts";

interface AskDraftOptions {
  readonly partnerId: string;
  readonly onAsked: (ask: Ask) => void;
}

/** The verdict on an ask, from where one stands. The same rule as on the server. */
export const verdictOf = (
  statement: Statement,
  ask: { readonly cost: Size; readonly offer: Size | undefined },
): Coverage =>
  mayAsk(
    {
      equity: statement.equity,
      reserved: statement.reserved,
      cost: epOf(ask.cost),
      offer: epOf(ask.offer ?? 0),
      trust: statement.trust,
      evidence: "estimated",
      gifts: statement.gifts,
      firstAsk: statement.firstAsk,
    },
    statement.policy,
  );

/** An ask while it is written. It keeps its id until the server refuses it: two clicks are one ask. */
export const useAskDraft = ({ partnerId, onAsked }: AskDraftOptions) => {
  const { data: statement } = useStatement(partnerId);
  const [id, setId] = useState(newId);
  const [what, setWhat, clearWhat] = useDraft(`ask ${partnerId}`);
  const [reason, setReason, clearReason] = useDraft(`override ${partnerId}`);
  const [cost, setCost] = useState<Size>("S");
  const [offer, setOffer] = useState<Size>();
  const [refused, setRefused] = useState<{ readonly id: string; readonly coverage: Coverage }>();
  const [isSaving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const isSent = useRef(false);

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
        ...(offer === undefined ? {} : { offer }),
        ...(isNotYet ? { overrideReason: reason.trim() } : {}),
        ...(isNotYet && refused !== undefined ? { overrides: refused.id } : {}),
      });
      clearWhat();
      clearReason();
      onAsked(ask);
    } catch (error) {
      setTrouble(troubleInWords(error));
      const coverage = error instanceof ProblemError ? error.problem.coverage : undefined;
      if (coverage !== undefined) {
        setRefused({ id, coverage });
        setId(newId());
      }
    } finally {
      isSent.current = false;
      setSaving(false);
    }
  };

  return {
    statement,
    verdict,
    what,
    setWhat,
    reason,
    setReason,
    cost,
    offer,
    isReady,
    isSaving,
    trouble,
    setCost: inTurn<Size>(setCost, judgeAgain),
    setOffer: inTurn<Size | undefined>(setOffer, judgeAgain),
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
