import { useQuery } from "@tanstack/react-query";
import { type ReactNode, Suspense, useEffect, useEffectEvent, useState } from "react";
import { lazyPart } from "../../ui/lazyPart.tsx";
import { workspace } from "../../workspace/client.ts";
import { isSample } from "../../workspace/place.ts";
import { isPauseOver, pauseIsOver } from "./pause.ts";

const WhoseDialog = lazyPart(async () => (await import("./WhoseDialog.tsx")).WhoseDialog);
const PauseDialog = lazyPart(async () => (await import("./PauseDialog.tsx")).PauseDialog);

interface BeforePeopleProps {
  /** Files that are to be brought in. Left out: somebody is added by hand. */
  readonly files?: ReadonlyArray<File>;
  readonly onClose: () => void;
  /** What adds or imports people. */
  readonly children: ReactNode;
}

/**
 * Stands before whatever adds people. In the sample it asks whether yours are meant; before the very
 * first of yours it asks a word about you, once.
 */
export const BeforePeople = ({ files, onClose, children }: BeforePeopleProps) => {
  const [isAgreed, setAgreed] = useState(false);
  const isPauseDue = usePauseDue(!isSample() && !isAgreed);
  if (isAgreed) return children;
  if (isSample()) {
    return (
      <Suspense>
        <WhoseDialog files={files} onStay={() => setAgreed(true)} onClose={onClose} />
      </Suspense>
    );
  }
  if (isPauseDue === undefined) return null;
  if (!isPauseDue) return children;
  return (
    <Suspense>
      <PauseDialog
        onGoOn={() => {
          pauseIsOver();
          setAgreed(true);
        }}
      />
    </Suspense>
  );
};

interface BeforeFilesProps extends Required<Omit<BeforePeopleProps, "children">> {
  readonly onAgreed: () => void;
}

/** The same before files, which are taken when nothing stands before them any more. */
export const BeforeFiles = ({ onAgreed, ...before }: BeforeFilesProps) => (
  <BeforePeople {...before}>
    <Agreed onAgreed={onAgreed} />
  </BeforePeople>
);

const Agreed = ({ onAgreed }: Pick<BeforeFilesProps, "onAgreed">) => {
  const agreed = useEffectEvent(onAgreed);
  useEffect(() => agreed(), []);
  return null;
};

/** Nobody is there, and nothing is said of oneself; undefined while that is not known. */
const usePauseDue = (isWanted: boolean): boolean | undefined => {
  const [isOver] = useState(isPauseOver);
  const isAsked = isWanted && !isOver;
  const { data, isError } = useQuery({
    queryKey: ["pause"],
    queryFn: async ({ signal }) => {
      const [{ answered }, { partners }] = await Promise.all([
        workspace.strategy.read(signal),
        workspace.today.read({ limit: 1 }, signal),
      ]);
      if (answered > 0 || partners > 0) pauseIsOver();
      return answered === 0 && partners === 0;
    },
    enabled: isAsked,
    staleTime: 0,
  });
  // What cannot be read is no reason to stand in the way.
  return isAsked && !isError ? data : false;
};
