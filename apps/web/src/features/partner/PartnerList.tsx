import { FileUp, Plus } from "lucide-react";
import { Suspense, useEffect, useEffectEvent, useRef, useState } from "react";
import { useLocation, useSearchParams } from "wouter";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { lazyPart } from "../../ui/lazyPart.tsx";
import { Page } from "../../ui/Page.tsx";
import { useKeys } from "../../ui/useKeys.ts";
import { useScrollKept } from "../../ui/useScrollKept.ts";
import { BeforePeople } from "../sample/BeforePeople.tsx";
import { noteListAddress } from "./list/lastAddress.ts";
import { Listed } from "./list/Listed.tsx";
import { addressOf, type Shown, shownOf } from "./list/shown.ts";
import { Views } from "./list/Views.tsx";

const AddPartner = lazyPart(async () => (await import("./AddPartner.tsx")).AddPartner);
const addPreloadMs = 1_500;

/** Everyone you know, narrowed and sorted as the address says. */
export const PartnerList = () => {
  const [params] = useSearchParams();
  const [, navigate] = useLocation();
  const [isAdding, setAdding] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const shown = shownOf(params);
  const address = addressOf(shown);
  useScrollKept(address);
  useEffect(() => noteListAddress(address), [address]);
  useEffect(() => {
    const timer = setTimeout(AddPartner.preload, addPreloadMs);
    return () => clearTimeout(timer);
  }, []);
  useKeys({
    "/": () => field.current?.focus(),
    n: () => setAdding(true),
  });
  useWantedPartner(() => setAdding(true));
  const show = (next: Shown, isTyped = false): void =>
    navigate(addressOf(next), { replace: isTyped });
  return (
    <Page
      title="Partners"
      verbs={
        <>
          <Button onClick={() => setAdding(true)}>
            <Plus size={18} aria-hidden />
            Add partner
          </Button>
          <ButtonLink href="/partners/import">
            <FileUp size={18} aria-hidden />
            Import
          </ButtonLink>
        </>
      }
    >
      <Views shown={shown} />
      <Listed field={field} shown={shown} onShown={show} onAdd={() => setAdding(true)} />
      {isAdding && (
        <Suspense>
          <BeforePeople onClose={() => setAdding(false)}>
            <AddPartner
              onClose={() => setAdding(false)}
              onAdded={({ id }) => navigate(`/partners/${id}`)}
            />
          </BeforePeople>
        </Suspense>
      )}
    </Page>
  );
};

/** A link may want a partner added at once: `/partners?do=add`. */
const useWantedPartner = (onWanted: () => void): void => {
  const [params, setParams] = useSearchParams();
  const isWanted = params.get("do") === "add";
  const begin = useEffectEvent((): void => {
    setParams({}, { replace: true });
    onWanted();
  });
  useEffect(() => {
    if (isWanted) begin();
  }, [isWanted]);
};
