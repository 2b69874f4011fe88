import { Check, X } from "lucide-react";
import { useState } from "react";
import { Link } from "wouter";
import { IconButton } from "../../ui/IconButton.tsx";
import { remember, remembered } from "../../ui/memory.ts";
import { keyHere } from "../../workspace/place.ts";
import styles from "./Checklist.module.css";
import { type FirstStep, type FirstSteps, useFirstSteps } from "./firstSteps.ts";

const checklistKey = (): string => keyHere("checklist");

interface Step {
  readonly step: FirstStep;
  readonly title: string;
  readonly why: string;
  readonly href: (partnerId: string | undefined) => string;
}

const withSomeone =
  (verb: "give" | "ask") =>
  (partnerId: string | undefined): string =>
    partnerId === undefined ? "/partners" : `/partners/${partnerId}?do=${verb}`;

const steps: ReadonlyArray<Step> = [
  {
    step: "question",
    title: "Answer one question about yourself",
    why: "What you want decides whom to look for.",
    href: () => "/me",
  },
  {
    step: "gift",
    title: "Write down one gift",
    why: "Something you did for somebody, however small.",
    href: withSomeone("give"),
  },
  {
    step: "ask",
    title: "Check one ask",
    why: "See whether it is earned, before you make it.",
    href: withSomeone("ask"),
  },
];

/** Three steps to begin with, until they are done or sent away. */
export const Checklist = () => {
  const [isOver, setOver] = useState(() => remembered(checklistKey()) !== null);
  const found = useFirstSteps(!isOver);
  if (isOver || found === undefined) return null;
  const left = steps.filter(({ step }) => !found.done[step]).length;
  if (left === 0) return null;
  const dismiss = (): void => {
    remember(checklistKey(), "over");
    setOver(true);
    document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
  };
  return (
    <section className={styles.checklist} aria-labelledby="first-steps">
      <header>
        <h2 id="first-steps">Three steps to begin with</h2>
        <IconButton aria-label="Put the three steps away" onClick={dismiss}>
          <X size={16} aria-hidden />
        </IconButton>
      </header>
      <ol>
        {steps.map((step) => (
          <StepRow key={step.step} step={step} found={found} />
        ))}
      </ol>
    </section>
  );
};

const StepRow = ({ step, found }: { readonly step: Step; readonly found: FirstSteps }) => {
  const isDone = found.done[step.step];
  return (
    <li className={isDone ? styles.done : undefined}>
      <span className={styles.tick} aria-hidden>
        {isDone && <Check size={16} />}
      </span>
      {isDone ? (
        <span>
          {step.title}
          <span className={styles.said}> (done)</span>
        </span>
      ) : (
        <span>
          <Link href={step.href(found.partnerId)}>{step.title}</Link>
          <small>{step.why}</small>
        </span>
      )}
    </li>
  );
};
