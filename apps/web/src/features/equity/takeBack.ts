/** Undoing what was written: an entry is taken back by another, and written again by a new one. */
import type { Help } from "@comity/domain/equity/schema";
import { newId } from "../../identity/newId.ts";
import { toasts } from "../../ui/toasts.ts";
import { workspace } from "../../workspace/client.ts";
import { troubleInWords } from "../../workspace/troubleInWords.ts";
import { sizeOfEp } from "./catalogue.ts";
import type { Fact } from "./factLines.ts";

type Refresh = (partnerId: string) => Promise<void>;

interface Undoing {
  readonly partnerId: string;
  readonly refresh: Refresh;
  /** Runs again after a failure, so its ids are minted outside of it. */
  readonly run: () => Promise<unknown>;
  readonly done: string;
}

/** Runs an undo, and says what came of it. */
const undo = async ({ partnerId, refresh, run, done }: Undoing): Promise<void> => {
  try {
    await run();
    await refresh(partnerId);
    toasts.show({ text: done });
  } catch (error) {
    const again = (): void => void undo({ partnerId, refresh, run, done });
    toasts.show({ text: troubleInWords(error), action: { label: "Try again", run: again } });
  }
};

/** Says that an entry is written down, with its undo. */
export const sayWrittenDown = (
  entry: { readonly id: string; readonly partnerId: string },
  refresh: Refresh,
): void => {
  const reversalId = newId();
  const run = () => workspace.entries.reverse(entry.id, { id: reversalId });
  const { partnerId } = entry;
  toasts.show({
    text: "Written down.",
    action: {
      label: "Undo",
      run: () => void undo({ partnerId, refresh, run, done: "Taken back." }),
    },
  });
};

/** Says that an entry is taken back, and offers to write it again where that is possible. */
export const sayTakenBack = (entry: Fact, refresh: Refresh): void => {
  const text = "Taken back.";
  if (!mayWriteAgain(entry)) {
    toasts.show({ text });
    return;
  }
  const id = newId();
  const run = () => writeAgain(entry, id);
  const { partnerId } = entry;
  toasts.show({
    text,
    action: {
      label: "Write it again",
      run: () => void undo({ partnerId, refresh, run, done: "Written down again." }),
    },
  });
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
  toasts.show({
    text: "Put right.",
    action: {
      label: "Undo",
      run: () => void undo({ partnerId, refresh, run, done: "Your guess counts again." }),
    },
  });
};

/** A yes belongs to its ask, and what meant nothing cannot be written down as a gift. */
const mayWriteAgain = (entry: Fact): boolean =>
  entry.kind !== "transfer" || (entry.benefit > 0 && (entry.from === "me" || entry.askId === null));

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
  const made = askId === null ? {} : { askId };
  await workspace.entries.record({ ...said, benefit, cost, asked, strings, evidence, ...made });
};

const helpOf = (ep: number): Help => sizeOfEp(ep) ?? "none";
