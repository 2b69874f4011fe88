import { Suspense, useState } from "react";
import { Disclosure } from "../../../ui/Disclosure.tsx";
import { lazyPart } from "../../../ui/lazyPart.tsx";
import { LoadGuard } from "../../../ui/LoadGuard.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import styles from "./BeforeYouSend.module.css";
import type { AskPrefill } from "../asking/useAskDraft.ts";

const MessageCheck = lazyPart(async () => (await import("./MessageCheck.tsx")).MessageCheck);

interface BeforeYouSendProps {
  readonly partnerId: string;
  readonly name: string;
  /** Begins an ask with what was found in a message. Left out: there is no button for it. */
  readonly onAsk?: (draft: AskPrefill) => void;
}

/** A message is looked over before it is sent. It is loaded when it is opened, as few messages ask. */
export const BeforeYouSend = ({ partnerId, name, onAsk }: BeforeYouSendProps) => {
  const [wasOpened, setOpened] = useState(false);
  return (
    <section className={styles.section} aria-labelledby="before-you-send">
      <h2 id="before-you-send">Before you send</h2>
      <Disclosure summary={`Check a message to ${name}`} onOpen={() => setOpened(true)}>
        {wasOpened && (
          <LoadGuard>
            <Suspense fallback={<Skeleton width="100%" height="12rem" />}>
              <MessageCheck partnerId={partnerId} name={name} onAsk={onAsk} />
            </Suspense>
          </LoadGuard>
        )}
      </Disclosure>
    </section>
  );
};
