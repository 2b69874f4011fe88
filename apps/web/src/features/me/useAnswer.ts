/** One answer that saves itself: after a rest, on leaving the field, and on leaving the page. */
import { ProblemError } from "@comity/client";
import type { Strategy } from "@comity/domain/strategy/schema";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { workspace } from "../../workspace/client.ts";
import { troubleInWords } from "../../workspace/troubleInWords.ts";
import { noteStep } from "../today/firstSteps.ts";
import type { Question } from "./questionInWords.ts";
import { strategyQuery } from "./reading.ts";

const restMs = 1_200;

export type Saving =
  | { readonly is: "still" }
  | { readonly is: "saving" }
  | { readonly is: "kept" }
  /** Another window said something else meanwhile. */
  | { readonly is: "conflict"; readonly theirs: string }
  | { readonly is: "failed"; readonly why: string };

const isStale = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.status === 412;

/** Writes of one page go one after the other: each is told the version that the one before made. */
let line: Promise<unknown> = Promise.resolve();

const inLine = <A>(run: () => Promise<A>): Promise<A> => {
  const next = line.then(run, run);
  line = next.catch(() => undefined);
  return next;
};

export const useAnswer = (question: Question, strategy: Strategy) => {
  const client = useQueryClient();
  const [text, setText] = useState(strategy.answers[question]);
  const [saving, setSaving] = useState<Saving>({ is: "still" });
  /** What is kept, as far as this field knows. */
  const kept = useRef(strategy.answers[question]);
  /** As it was when somebody began to write here. */
  const [before, setBefore] = useState(strategy.answers[question]);

  const current = async (): Promise<Strategy> =>
    client.getQueryData<Strategy>(strategyQuery.queryKey) ?? workspace.strategy.read();

  const put = async (said: string, isMeant: boolean): Promise<Saving> => {
    const known = await current();
    try {
      const changed = await workspace.strategy.change(known, { [question]: said });
      client.setQueryData(strategyQuery.queryKey, changed);
      kept.current = said;
      if (said.trim() !== "") noteStep("question");
      return { is: "kept" };
    } catch (error) {
      if (!isStale(error)) throw error;
      const newer = await workspace.strategy.read();
      const theirs = newer.answers[question];
      if (!isMeant && theirs !== kept.current && theirs !== said) return { is: "conflict", theirs };
      client.setQueryData(strategyQuery.queryKey, newer);
      // Only other answers have changed, or this one is meant to stand all the same.
      return put(said, isMeant);
    }
  };

  const save = async (said: string, isMeant = false): Promise<void> => {
    if (said === kept.current && !isMeant) return;
    setSaving({ is: "saving" });
    try {
      setSaving(await inLine(() => put(said, isMeant)));
    } catch (error) {
      setSaving({ is: "failed", why: troubleInWords(error) });
    }
  };

  /** While two windows disagree, somebody has to choose first. */
  const keep = (said: string): void => {
    if (saving.is !== "conflict") void save(said);
  };
  const rested = useEffectEvent(keep);
  useEffect(() => {
    const timer = setTimeout(() => rested(text), restMs);
    return () => clearTimeout(timer);
  }, [text]);
  const left = useEffectEvent(() => keep(text));
  useEffect(() => {
    const onLeft = (): void => left();
    window.addEventListener("pagehide", onLeft);
    return () => {
      window.removeEventListener("pagehide", onLeft);
      onLeft();
    };
  }, []);

  const undo = (): void => {
    setText(before);
    void save(before);
  };
  const takeTheirs = (theirs: string): void => {
    kept.current = theirs;
    setText(theirs);
    setBefore(theirs);
    setSaving({ is: "still" });
    void client.invalidateQueries({ queryKey: strategyQuery.queryKey });
  };

  return {
    text,
    write: (next: string): void => {
      setText(next);
      if (saving.is !== "conflict") setSaving({ is: "still" });
    },
    saving,
    begin: (): void => setBefore(kept.current),
    leave: (): void => keep(text),
    retry: (): void => void save(text),
    /** Undefined while there is nothing to take back. */
    undo: saving.is === "kept" && before !== text ? undo : undefined,
    keepMine: (): void => void save(text, true),
    takeTheirs,
  };
};

export type Answer = ReturnType<typeof useAnswer>;
