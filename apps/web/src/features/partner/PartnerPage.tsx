import { ProblemError } from "@comity/client";
import type { Breach, Transfer } from "@comity/domain/equity/schema";
import type { Partner } from "@comity/domain/partner/schema";
import { Suspense, useEffect, useEffectEvent, useRef, useState } from "react";
import { useSearchParams } from "wouter";
import { BackLink } from "../../ui/BackLink.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { lazyPart } from "../../ui/lazyPart.tsx";
import { LoadGuard } from "../../ui/LoadGuard.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { useKeys } from "../../ui/useKeys.ts";
import { useScrollKept } from "../../ui/useScrollKept.ts";
import { readingTroubleInWords } from "../../workspace/troubleInWords.ts";
import { Goodwill } from "../equity/account/Goodwill.tsx";
import { useRefresh } from "../equity/reading.ts";
import type { AskPrefill } from "../equity/asking/useAskDraft.ts";
import { sayWrittenDown } from "../equity/account/takeBack.ts";
import { shortNameOf } from "../equity/words.ts";
import { toasts } from "../../ui/toasts.ts";
import { forgetOpened, noteOpened } from "../palette/recentPartners.ts";
import { Details } from "./Details.tsx";
import { Notes } from "./Notes.tsx";
import styles from "./PartnerPage.module.css";
import { usePartner } from "./reading.ts";
import { roleInWords } from "./roleInWords.ts";

const GiveDialog = lazyPart(
  async () => (await import("../equity/giving/GiveDialog.tsx")).GiveDialog,
);
const WrongDialog = lazyPart(
  async () => (await import("../equity/giving/WrongDialog.tsx")).WrongDialog,
);
const AskDialog = lazyPart(async () => (await import("../equity/asking/AskDialog.tsx")).AskDialog);
const BeforeYouSend = lazyPart(
  async () => (await import("../equity/message/BeforeYouSend.tsx")).BeforeYouSend,
);
const RelationshipPolicy = lazyPart(
  async () => (await import("../settings/RelationshipPolicy.tsx")).RelationshipPolicy,
);
const EditPartner = lazyPart(async () => (await import("./EditPartner.tsx")).EditPartner);

export const PartnerPage = ({ partnerId }: { readonly partnerId: string }) => {
  useScrollKept(partnerId);
  const { data: partner, error, refetch } = usePartner(partnerId);
  useOpened(partnerId, partner !== undefined, isUnknown(error));
  return (
    <main className={styles.page}>
      <BackLink href="/partners">All partners</BackLink>
      {partner === undefined ? (
        <NotThere error={error} onRetry={() => void refetch()} />
      ) : (
        <Shown key={partner.id} partner={partner} />
      )}
    </main>
  );
};

const isUnknown = (error: unknown): boolean =>
  error instanceof ProblemError && (error.problem.status === 404 || error.problem.status === 422);

/** Whose page was opened lately is found first; who is gone is forgotten. */
const useOpened = (partnerId: string, isThere: boolean, isGone: boolean): void => {
  useEffect(() => {
    if (isThere) noteOpened(partnerId);
    else if (isGone) forgetOpened(partnerId);
  }, [partnerId, isThere, isGone]);
};

const NotThere = ({
  error,
  onRetry,
}: {
  readonly error: unknown;
  readonly onRetry: () => void;
}) => {
  if (error === null) {
    return (
      <div className={styles.waiting} aria-busy="true" aria-label="Loading">
        <Skeleton width="20rem" height="3.4rem" />
        <Skeleton width="14rem" height="1.2rem" />
      </div>
    );
  }
  return isUnknown(error) ? (
    <EmptyState isPage title="There is nobody at this address.">
      <title>Nobody here · Comity</title>
      <p>They may have left with an import that was undone.</p>
    </EmptyState>
  ) : (
    <Trouble onRetry={onRetry}>{readingTroubleInWords(error)}</Trouble>
  );
};

// The verbs come next, so their dialogs are fetched once the page itself stands.
for (const part of [GiveDialog, AskDialog, WrongDialog, EditPartner]) setTimeout(part.preload, 500);

type OpenDialog = "give" | "ask" | "wrong" | "edit";

/** Verbs that an address can want done: `/partners/:id?do=give`. */
type WantedVerb = "give" | "ask" | "note";

const isWantedVerb = (wanted: string): wanted is WantedVerb =>
  wanted === "give" || wanted === "ask" || wanted === "note";

/** A link may want a verb done at once. Its button takes the focus, so that it goes back there. */
const useWantedVerb = (onWanted: (verb: WantedVerb) => void) => {
  const [params, setParams] = useSearchParams();
  const give = useRef<HTMLButtonElement>(null);
  const ask = useRef<HTMLButtonElement>(null);
  const begin = useEffectEvent((wanted: string): void => {
    setParams({}, { replace: true });
    if (!isWantedVerb(wanted)) return;
    if (wanted !== "note") {
      (wanted === "give" ? give : ask).current?.focus({ preventScroll: true });
    }
    onWanted(wanted);
  });
  const wanted = params.get("do");
  useEffect(() => {
    if (wanted !== null) begin(wanted);
  }, [wanted]);
  return [give, ask] as const;
};

const Shown = ({ partner }: { readonly partner: Partner }) => {
  const [dialog, setDialog] = useState<OpenDialog>();
  const [prefill, setPrefill] = useState<AskPrefill>();
  const [isNoting, setNoting] = useState(false);
  const [giveButton, askButton] = useWantedVerb((verb) =>
    verb === "note" ? setNoting(true) : setDialog(verb),
  );
  const refresh = useRefresh();
  const name = shortNameOf(partner.name);
  const close = (): void => {
    setDialog(undefined);
    setPrefill(undefined);
  };
  const recorded = (entry: Transfer | Breach): void => {
    close();
    sayWrittenDown(entry, refresh);
    void refresh(partner.id);
  };
  useKeys({
    n: () => setDialog("give"),
    a: () => setDialog("ask"),
    e: () => setDialog("edit"),
  });
  const role = roleInWords(partner);
  return (
    <>
      <title>{`${partner.name} · Comity`}</title>
      <header className={styles.head}>
        <h1>{partner.name}</h1>
        {role !== "" && <p>{role}</p>}
      </header>
      <div className={styles.columns}>
        <div className={styles.verbs}>
          <Button
            tone="give"
            aria-keyshortcuts="n"
            ref={giveButton}
            onClick={() => setDialog("give")}
          >
            Give
          </Button>
          <Button tone="ask" aria-keyshortcuts="a" ref={askButton} onClick={() => setDialog("ask")}>
            Ask
          </Button>
        </div>
        <div className={styles.account}>
          <Goodwill
            partnerId={partner.id}
            name={name}
            knownSince={partner.knownSince}
            onGive={() => setDialog("give")}
            onWrong={() => setDialog("wrong")}
          />
          <LoadGuard>
            <Suspense>
              <BeforeYouSend
                partnerId={partner.id}
                name={name}
                onAsk={(found) => {
                  setPrefill(found);
                  setDialog("ask");
                }}
              />
            </Suspense>
          </LoadGuard>
        </div>
        <aside className={styles.margin} aria-label={`About ${name}`}>
          <Details partner={partner} onEdit={() => setDialog("edit")} />
          <Notes partner={partner} isEditing={isNoting} onEditing={setNoting} />
          <LoadGuard>
            <Suspense>
              <RelationshipPolicy partnerId={partner.id} name={name} />
            </Suspense>
          </LoadGuard>
        </aside>
      </div>
      <Suspense>
        {dialog === "give" && (
          <GiveDialog partnerId={partner.id} name={name} onClose={close} onRecorded={recorded} />
        )}
        {dialog === "wrong" && (
          <WrongDialog partnerId={partner.id} name={name} onClose={close} onRecorded={recorded} />
        )}
        {dialog === "ask" && (
          <AskDialog
            partnerId={partner.id}
            name={name}
            prefill={prefill}
            onClose={close}
            onAsked={({ id }) => {
              close();
              toasts.show({ text: "The ask is open. Say here what they answer.", about: id });
              void refresh(partner.id);
            }}
          />
        )}
        {dialog === "edit" && <EditPartner partner={partner} onClose={close} />}
      </Suspense>
    </>
  );
};
