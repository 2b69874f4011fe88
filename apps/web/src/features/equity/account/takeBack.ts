/** Undoing what was written: an entry is taken back by another, and written again by a new one. */
import { ProblemError } from "@comity/client";
import { isLeftOfDeclined } from "@comity/domain/equity/rules";
import type { Ask, Help } from "@comity/domain/equity/schema";
import { newId } from "../../../identity/newId.ts";
import { toasts } from "../../../ui/toasts.ts";
import { workspace } from "../../../workspace/client.ts";
import { troubleInWords } from "../../../workspace/troubleInWords.ts";
import { reopenTroubleInWords, waitsAgain } from "../asking/asksInWords.ts";
import { sizeOfEp } from "../catalogue.ts";
import type { Fact } from "./factLines.ts";

type Refresh = (partnerId: string) => Promise<void>;

interface Undoing {
  readonly partnerId: string;
  readonly refresh: Refresh;
  /** Runs again after a failure, so its ids are minted outside of it. */
  readonly run: () => Promise<unknown>;
  readonly done: string;
  readonly about?: string | undefined;
  readonly inWords?: (error: unknown) => string;
}

/** What was refused would be refused again. */
const isRefused = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.status < 500;

/** Runs an undo, and says what came of it. */
const undo = async (undoing: Undoing): Promise<void> => {
  const { partnerId, refresh, run, done, about, inWords = troubleInWords } = undoing;
  try {
    await run();
    await refresh(partnerId);
    toasts.show({ text: done, about });
  } catch (error) {
    const again = { label: "Try again", run: () => void undo(undoing) };
    toasts.show({ text: inWords(error), about, ...(isRefused(error) ? {} : { action: again }) });
  }
};

const sayWithUndo = (text: string, undoing: Undoing, label = "Undo"): void => {
  const action = { label, run: () => void undo(undoing) };
  toasts.show({ text, action, about: undoing.about });
};

/** Says that an entry is written down, with its undo; of a yes, to which ask it is one. */
export const sayWrittenDown = (
  { id, partnerId }: { readonly id: string; readonly partnerId: string },
  refresh: Refresh,
  yesTo?: string,
): void => {
  const reversalId = newId();
  sayWithUndo("Written down.", {
    partnerId,
    refresh,
    run: () => workspace.entries.reverse(id, { id: reversalId }),
    done: takenBack(yesTo !== undefined),
    about: yesTo,
  });
};

/** Says that an ask has ended, with its undo. */
export const sayEnded = ({ id, partnerId }: Ask, text: string, refresh: Refresh): void =>
  sayWithUndo(text, {
    partnerId,
    refresh,
    run: () => workspace.asks.reopen(id),
    done: waitsAgain,
    about: id,
    inWords: reopenTroubleInWords,
  });

const takenBack = (isYes: boolean): string => (isYes ? `Taken back. ${waitsAgain}` : "Taken back.");

/** Says that an entry is taken back, and offers to write it again where that is possible. */
export const sayTakenBack = (entry: Fact, refresh: Refresh): void => {
  const text = takenBack(isYes(entry));
  if (!mayWriteAgain(entry)) {
    toasts.show({ text });
    return;
  }
  const id = newId();
  const { partnerId } = entry;
  const run = () => writeAgain(entry, id);
  sayWithUndo(text, { partnerId, refresh, run, done: "Written down again." }, "Write it again");
};

/** Says that a guess was put right, with its undo: the partner's word goes, and the guess stands anew. */
export const sayPutRight = (
  guess: Fact,
  { id: saidId }: { readonly id: string },
  refresh: Refresh,
): void => {
  const [reversalId, id] = [newId(), newId()];
  const run = async (): Promise<void> => {
    await workspace.entries.reverse(saidId, { id: reversalId });
    await writeAgain(guess, id);
  };
  const { partnerId } = guess;
  sayWithUndo("Put right.", { partnerId, refresh, run, done: "Your guess counts again." });
};

/** The yes to an ask. While it is taken back, the ask waits for an answer. */
export const isYes = (entry: Fact): boolean =>
  entry.kind === "transfer" &&
  entry.from !== "me" &&
  entry.askId !== null &&
  !isLeftOfDeclined(entry);

/** What meant nothing cannot be written down as a gift. */
const mayWriteAgain = (entry: Fact): boolean => entry.kind !== "transfer" || entry.benefit > 0;

const writeAgain = async (entry: Fact, id: string): Promise<void> => {
  const { at, note } = entry;
  const noted = note === "" ? {} : { note };
  if (entry.kind === "opening") {
    const { partnerId, closeness } = entry;
    const [given, received] = [helpOf(entry.given), helpOf(entry.received)];
    await workspace.openings.answer({ id, at, partnerId, closeness, given, received });
    return;
  }
  const { from, to, kindId } = entry;
  const said = { id, at, from, to, ...noted, ...(kindId === null ? {} : { kindId }) };
  if (entry.kind === "breach") {
    await workspace.breaches.record({ ...said, size: entry.size });
    return;
  }
  const { benefit, cost, asked, strings, evidence, askId } = entry;
  if (askId !== null && from !== "me") {
    await workspace.asks.grant(askId, { entryId: id, at, benefit, cost, ...noted });
    return;
  }
  const made = askId === null ? {} : { askId };
  await workspace.entries.record({ ...said, benefit, cost, asked, strings, evidence, ...made });
};

const helpOf = (ep: number): Help => sizeOfEp(ep) ?? "none";
