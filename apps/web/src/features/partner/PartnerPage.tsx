import { ProblemError } from "@comity/client";
import type { Partner } from "@comity/domain/partner/schema";
import { useQueryClient } from "@tanstack/react-query";
import { Suspense, useEffect, useEffectEvent, useRef, useState } from "react";
import { useLocation, useSearchParams } from "wouter";
import { BackLink } from "../../ui/BackLink.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { lazyPart } from "../../ui/lazyPart.tsx";
import { LoadGuard } from "../../ui/LoadGuard.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { useKeys } from "../../ui/useKeys.ts";
import { useScrollKept } from "../../ui/useScrollKept.ts";
import { keys } from "../../workspace/keys.ts";
import { readingTroubleInWords } from "../../workspace/troubleInWords.ts";
import { Goodwill } from "../equity/account/Goodwill.tsx";
import type { AskPrefill } from "../equity/asking/useAskDraft.ts";
import { shortNameOf } from "../equity/words.ts";
import { toasts } from "../../ui/toasts.ts";
import { forgetOpened, noteOpened } from "../palette/recentPartners.ts";
import { mergePath } from "../duplicates/reading.ts";
import { Acquaintances } from "../acquaintance/Acquaintances.tsx";
import { useContacts } from "../contact/contacts.ts";
import { Contacts } from "../contact/Contacts.tsx";
import { useAsks, useEntries, useRelationship } from "../equity/reading.ts";
import { Details } from "./page/Details.tsx";
import { Goals } from "./page/Goals.tsx";
import { Merges } from "./page/Merges.tsx";
import { Nearness } from "./page/Nearness.tsx";
import { Notes } from "./page/Notes.tsx";
import { Offers } from "./page/Offers.tsx";
import { type OpenDialog, OpenedDialog } from "./page/OpenedDialog.tsx";
import { PartnerHead } from "./page/PartnerHead.tsx";
import { PartnerVerbs } from "./page/PartnerVerbs.tsx";
import { usePartnerVerbs } from "./page/partnerVerbs.ts";
import { WorthDoingHere } from "./page/WorthDoingHere.tsx";
import { lastListAddress } from "./list/lastAddress.ts";
import styles from "./PartnerPage.module.css";
import { usePartner } from "./reading.ts";

const BeforeYouSend = lazyPart(
  async () => (await import("../equity/message/BeforeYouSend.tsx")).BeforeYouSend,
);
const RelationshipPolicy = lazyPart(
  async () => (await import("../settings/RelationshipPolicy.tsx")).RelationshipPolicy,
);

export const PartnerPage = ({ partnerId }: { readonly partnerId: string }) => {
  useScrollKept(partnerId);
  const { data: partner, error, refetch } = usePartner(partnerId);
  useOpened(partner?.id ?? partnerId, partner !== undefined, isUnknown(error));
  useFollowed(partnerId, partner);
  return (
    <main className={styles.page}>
      <BackLink href={lastListAddress()}>All partners</BackLink>
      {partner?.id !== partnerId ? (
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

/** Who became part of another is read where that one is: the address goes there too. */
const useFollowed = (partnerId: string, partner: Partner | undefined): void => {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const follow = useEffectEvent((to: Partner): void => {
    toasts.show({
      text: `This became one with ${to.name}: here is the page of both.`,
      about: to.id,
    });
    client.setQueryData(keys.details(to.id), to);
    navigate(`/partners/${to.id}${location.search}`, { replace: true });
  });
  useEffect(() => {
    if (partner !== undefined && partner.id !== partnerId) follow(partner);
  }, [partnerId, partner]);
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
      <p>They may have been forgotten, or have left with an import that was undone.</p>
    </EmptyState>
  ) : (
    <Trouble onRetry={onRetry}>{readingTroubleInWords(error)}</Trouble>
  );
};

/** Verbs that an address can want done: `/partners/:id?do=give`. */
const wantedVerbs = { give: "give", ask: "ask", note: "contact" } as const;

const isWanted = (verb: string): verb is keyof typeof wantedVerbs =>
  Object.hasOwn(wantedVerbs, verb);

/** A link may want a verb done at once. Its button takes the focus, so that it goes back there. */
const useWantedVerb = (onWanted: (dialog: OpenDialog) => void) => {
  const [params, setParams] = useSearchParams();
  const give = useRef<HTMLButtonElement>(null);
  const ask = useRef<HTMLButtonElement>(null);
  const contact = useRef<HTMLButtonElement>(null);
  const begin = useEffectEvent((wanted: string): void => {
    setParams({}, { replace: true });
    if (!isWanted(wanted)) return;
    const dialog = wantedVerbs[wanted];
    ({ give, ask, contact })[dialog].current?.focus({ preventScroll: true });
    onWanted(dialog);
  });
  const wanted = params.get("do");
  useEffect(() => {
    if (wanted !== null) begin(wanted);
  }, [wanted]);
  return { give, ask, contact };
};

/** Nothing is written down with them: then they may be forgotten. The server has the last word. */
const useIsUnused = (partnerId: string): boolean => {
  const lists = [useEntries(partnerId), useContacts(partnerId)];
  const asks = useAsks(partnerId);
  return (
    asks.data?.data.length === 0 &&
    lists.every(({ data }) => data?.pages.every((page) => page.data.length === 0) === true)
  );
};

const Shown = ({ partner }: { readonly partner: Partner }) => {
  const [, navigate] = useLocation();
  const [dialog, setDialog] = useState<OpenDialog>();
  const [prefill, setPrefill] = useState<AskPrefill>();
  const buttons = useWantedVerb(setDialog);
  const { putAway, forget } = usePartnerVerbs();
  const name = partner.kind === "person" ? shortNameOf(partner.name) : partner.name;
  useKeys({
    n: () => setDialog("give"),
    a: () => setDialog("ask"),
    e: () => setDialog("edit"),
  });
  return (
    <>
      <title>{`${partner.name} · Comity`}</title>
      <PartnerHead
        partner={partner}
        mayForget={useIsUnused(partner.id)}
        onEdit={() => setDialog("edit")}
        onMerge={() => navigate(mergePath(partner.id))}
        onArchive={(isArchived) => void putAway(partner, isArchived)}
        onForget={() => void forget(partner)}
      />
      <div className={styles.columns}>
        <PartnerVerbs {...buttons} onDo={setDialog} />
        <div className={styles.first}>
          <Goals partner={partner} name={name} />
        </div>
        <div className={styles.account}>
          <WorthDoingHere partnerId={partner.id} name={name} onDo={setDialog} />
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
        <Margin partner={partner} name={name} onOpen={setDialog} />
      </div>
      <Suspense>
        <OpenedDialog
          dialog={dialog}
          partner={partner}
          name={name}
          prefill={prefill}
          onClose={() => {
            setDialog(undefined);
            setPrefill(undefined);
          }}
        />
      </Suspense>
    </>
  );
};

interface MarginProps {
  readonly partner: Partner;
  readonly name: string;
  readonly onOpen: (dialog: OpenDialog) => void;
}

/** All that is known about them beside the account: each part is edited where it stands. */
const Margin = ({ partner, name, onOpen }: MarginProps) => {
  const [isNoting, setNoting] = useState(false);
  const rhythm = useRelationship(partner.id).data?.rhythm;
  return (
    <aside className={styles.margin} aria-label={`About ${name}`}>
      <Contacts
        partnerId={partner.id}
        name={name}
        rhythm={rhythm}
        onContact={() => onOpen("contact")}
      />
      <Nearness partner={partner} name={name} />
      <Details partner={partner} onEdit={() => onOpen("edit")} />
      <Notes partner={partner} isEditing={isNoting} onEditing={setNoting} />
      <Acquaintances partner={partner} name={name} />
      <Offers partner={partner} name={name} />
      <LoadGuard>
        <Suspense>
          <RelationshipPolicy
            partnerId={partner.id}
            name={name}
            isCadenceSaid={partner.circle !== null || partner.cadenceDays !== null}
          />
        </Suspense>
      </LoadGuard>
      <Merges partnerId={partner.id} />
    </aside>
  );
};
