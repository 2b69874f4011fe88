/** The deck, kept outside the screen: it goes on writing when one leaves, and is as it was when one comes back. */
import { ProblemError } from "@comity/client";
import type { Closeness, Help, OpeningCard, OpeningProgress } from "@comity/domain/equity/schema";
import { useSyncExternalStore } from "react";
import { newId } from "../../identity/newId.ts";
import { workspace } from "../../workspace/client.ts";

export interface Answers {
  readonly closeness: Closeness;
  readonly given: Help;
  readonly received: Help;
}

/** Answers so far, in the order of the questions. */
export type Said = Partial<Answers>;

/** Something done on this visit, which can be undone. */
interface Step {
  readonly card: OpeningCard;
  /** Undefined: passed over. */
  readonly answers: Answers | undefined;
  readonly entryId: string;
  readonly state: "sending" | "kept" | "failed";
  readonly error?: unknown;
}

export interface Deck {
  /** The first is the one that is asked about. */
  readonly cards: ReadonlyArray<OpeningCard>;
  readonly said: Said;
  /** What was said about somebody before it was undone. */
  readonly saidBefore: ReadonlyMap<string, Answers>;
  readonly steps: ReadonlyArray<Step>;
  readonly progress: OpeningProgress | undefined;
  readonly isLoading: boolean;
  readonly isAtEnd: boolean;
  /** Why no cards could be read. */
  readonly trouble: unknown;
  /** Why something could not be undone. */
  readonly undoTrouble: unknown;
}

const cardsPerPage = 30;
const cardsAhead = 12;

let deck: Deck = {
  cards: [],
  said: {},
  saidBefore: new Map(),
  steps: [],
  progress: undefined,
  isLoading: true,
  isAtEnd: false,
  trouble: undefined,
  undoTrouble: undefined,
};
let cursor: string | undefined;
/** Counts the times that reading began anew: what an earlier reading brings is dropped. */
let reading = 0;
let onKept: (partnerId: string) => void = () => undefined;
const listeners = new Set<() => void>();

const become = (change: Partial<Deck>): void => {
  deck = { ...deck, ...change };
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useDeck = (): Deck => useSyncExternalStore(subscribe, () => deck);

/** Writes go out one after the other, so that an undo never overtakes what it undoes. */
let line: Promise<unknown> = Promise.resolve();
const inLine = <A>(job: () => Promise<A>): Promise<A> => {
  const sent = line.then(job);
  line = sent.catch(() => undefined);
  return sent;
};

const isHandled = (partnerId: string): boolean =>
  deck.cards.some((card) => card.partnerId === partnerId) ||
  deck.steps.some(({ card }) => card.partnerId === partnerId);

const readCards = async (): Promise<void> => {
  const round = reading;
  become({ isLoading: true, trouble: undefined });
  try {
    const page = await workspace.openings.list({
      limit: cardsPerPage,
      ...(cursor === undefined ? {} : { cursor }),
    });
    if (round !== reading) return;
    cursor = page.nextCursor ?? undefined;
    const cards = [...deck.cards, ...page.data.filter((card) => !isHandled(card.partnerId))];
    become({ cards, isLoading: false, isAtEnd: page.nextCursor === null });
    readAhead();
  } catch (error) {
    if (round === reading) become({ isLoading: false, trouble: error });
  }
};

const readAhead = (): void => {
  if (deck.cards.length < cardsAhead && !deck.isAtEnd && !deck.isLoading) void readCards();
};

/** To be called when the deck is shown: others may have written something down meanwhile. */
export const openDeck = (whenKept: (partnerId: string) => void): void => {
  onKept = whenKept;
  reading++;
  cursor = undefined;
  // The card that lies open stays, with what was said about it.
  const isBegun = Object.keys(deck.said).length > 0;
  become({ cards: isBegun ? deck.cards.slice(0, 1) : [], isAtEnd: false });
  void readProgress();
  void readCards();
};

const readProgress = async (): Promise<void> => {
  const round = reading;
  // After what is still on its way, which the server would not count yet.
  const progress = await inLine(() => workspace.openings.progress()).catch(() => undefined);
  if (round === reading && progress !== undefined) become({ progress });
};

export const readDeckAgain = (): void => {
  if (deck.progress === undefined) void readProgress();
  void readCards();
};

/** Counts at once; the server counts the same. */
const counted = ({ answers }: Pick<Step, "answers">, by: 1 | -1): Pick<Deck, "progress"> => {
  const { progress } = deck;
  if (progress === undefined) return { progress };
  const kind = answers === undefined ? "skipped" : "answered";
  return {
    progress: {
      ...progress,
      [kind]: Math.max(0, progress[kind] + by),
      left: Math.max(0, progress.left - by),
    },
  };
};

const setStep = (entryId: string, change: Partial<Step>): void =>
  become({
    steps: deck.steps.map((step) => (step.entryId === entryId ? { ...step, ...change } : step)),
  });

const isGone = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.status === 404;

const keep = async ({ card: { partnerId }, answers, entryId }: Step): Promise<void> => {
  try {
    await inLine<unknown>(() =>
      answers === undefined
        ? workspace.openings.skip(partnerId)
        : workspace.openings.answer({ id: entryId, partnerId, ...answers }),
    );
    setStep(entryId, { state: "kept" });
    if (answers !== undefined) onKept(partnerId);
  } catch (error) {
    // Someone who was removed meanwhile needs no answer.
    if (isGone(error)) become({ steps: deck.steps.filter((step) => step.entryId !== entryId) });
    else setStep(entryId, { state: "failed", error });
  }
};

const lay = (answers: Answers | undefined): void => {
  const [card, ...cards] = deck.cards;
  if (card === undefined) return;
  const step: Step = { card, answers, entryId: newId(), state: "sending" };
  become({
    cards,
    said: {},
    steps: [...deck.steps, step],
    undoTrouble: undefined,
    ...counted(step, 1),
  });
  readAhead();
  void keep(step);
};

/** Says one answer. The last one writes it down and shows the next card. */
export const say = (answer: Said): void => {
  const said = { ...deck.said, ...answer };
  const { closeness, given, received } = said;
  if (closeness !== undefined && given !== undefined && received !== undefined) {
    lay({ closeness, given, received });
  } else become({ said });
};

export const skip = (): void => lay(undefined);

/** Takes answers of the open card back, down to those that are to stay. */
export const unsay = (said: Said): void => become({ said });

/** The card comes back with what was said. */
const comeBack = (step: Step): void => {
  const saidBefore = new Map(deck.saidBefore);
  if (step.answers !== undefined) saidBefore.set(step.card.partnerId, step.answers);
  become({
    cards: [step.card, ...deck.cards],
    said: {},
    saidBefore,
    steps: deck.steps.filter(({ entryId }) => entryId !== step.entryId),
    undoTrouble: undefined,
    ...counted(step, -1),
  });
};

/** Puts a step back that could not be undone. */
const layAgain = (step: Step, error: unknown): void => {
  become({
    cards: deck.cards.filter((card) => card.partnerId !== step.card.partnerId),
    steps: [...deck.steps, step],
    undoTrouble: error,
    ...counted(step, 1),
  });
};

/** Undoes the latest answer, or else the latest step of this visit. */
export const undo = async (): Promise<void> => {
  if (Object.keys(deck.said).length > 0) {
    const { closeness, given } = deck.said;
    become({ said: given === undefined || closeness === undefined ? {} : { closeness } });
    return;
  }
  const step = deck.steps.at(-1);
  if (step === undefined) return;
  const { partnerId } = step.card;
  comeBack(step);
  if (step.state === "failed") return;
  const reversalId = newId();
  try {
    await inLine<unknown>(() =>
      step.answers === undefined
        ? workspace.openings.unskip(partnerId)
        : workspace.entries.reverse(step.entryId, { id: reversalId }),
    );
    if (step.answers !== undefined) onKept(partnerId);
  } catch (error) {
    // What never arrived, or was taken back elsewhere, needs no undoing.
    if (!(error instanceof ProblemError)) layAgain({ ...step, state: "kept" }, error);
  }
};

/** Sends what was not kept once more, under the same ids. */
export const keepAgain = (): void => {
  for (const step of deck.steps.filter(({ state }) => state === "failed")) {
    setStep(step.entryId, { state: "sending" });
    void keep(step);
  }
};

export const canUndo = ({ said, steps }: Deck): boolean =>
  Object.keys(said).length > 0 || steps.length > 0;

export const failedOf = ({ steps }: Deck): ReadonlyArray<Step> =>
  steps.filter(({ state }) => state === "failed");
