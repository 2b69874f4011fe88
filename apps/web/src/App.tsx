import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { Suspense, useEffect, useState } from "react";
import { Link, Redirect, Route, Switch, useLocation, useRoute } from "wouter";
import styles from "./App.module.css";
import { AppHead, SkipLink } from "./AppHead.tsx";
import { DropAnywhere } from "./features/import/DropAnywhere.tsx";
import { SampleRibbon } from "./features/sample/SampleRibbon.tsx";
import { TodayPage } from "./features/today/TodayPage.tsx";
import { goShortcuts } from "./shortcuts.ts";
import { EmptyState } from "./ui/EmptyState.tsx";
import { lazyPart } from "./ui/lazyPart.tsx";
import { LoadGuard } from "./ui/LoadGuard.tsx";
import { Toaster } from "./ui/Toaster.tsx";
import { type Keys, useKeys } from "./ui/useKeys.ts";
import { usePageFocus } from "./ui/usePageFocus.ts";
import { whenQuiet } from "./ui/whenQuiet.ts";
import { useIsReachable, watchConnection } from "./workspace/connection.ts";

const PartnerList = lazyPart(
  async () => (await import("./features/partner/PartnerList.tsx")).PartnerList,
);
const PartnerPage = lazyPart(
  async () => (await import("./features/partner/PartnerPage.tsx")).PartnerPage,
);
const ImportPage = lazyPart(
  async () => (await import("./features/import/ImportPage.tsx")).ImportPage,
);
const DuplicatesPage = lazyPart(
  async () => (await import("./features/duplicates/DuplicatesPage.tsx")).DuplicatesPage,
);
const MergePage = lazyPart(
  async () => (await import("./features/duplicates/MergePage.tsx")).MergePage,
);
const DeckPage = lazyPart(async () => (await import("./features/opening/DeckPage.tsx")).DeckPage);
const DealsPage = lazyPart(async () => (await import("./features/deals/DealsPage.tsx")).DealsPage);
const MePage = lazyPart(async () => (await import("./features/me/MePage.tsx")).MePage);
const SettingsPage = lazyPart(
  async () => (await import("./features/settings/SettingsPage.tsx")).SettingsPage,
);
const ConfirmPage = lazyPart(
  async () => (await import("./features/confirm/ConfirmPage.tsx")).ConfirmPage,
);
const GalleryPage = lazyPart(
  async () => (await import("./features/gallery/GalleryPage.tsx")).GalleryPage,
);
const Palette = lazyPart(async () => (await import("./features/palette/Palette.tsx")).Palette);
const KeySheet = lazyPart(async () => (await import("./KeySheet.tsx")).KeySheet);

// The client retries by itself where that is safe. "always", because a server on this machine can be
// reached without a network.
const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, networkMode: "always", staleTime: 10_000 },
  },
});

/** Someone with a private link sees that link's page, and nothing of the workspace around it. */
export const App = () => {
  const [isLink, params] = useRoute("/c/:token");
  if (isLink) {
    return (
      <LoadGuard>
        <Suspense>
          <ConfirmPage token={params.token} />
        </Suspense>
      </LoadGuard>
    );
  }
  return (
    <QueryClientProvider client={queryClient}>
      <Shell />
      <Toaster />
      <DropAnywhere />
    </QueryClientProvider>
  );
};

type Open = "keys" | "palette";

const Shell = () => {
  const [open, setOpen] = useState<Open>();
  const [path, navigate] = useLocation();
  const close = (): void => setOpen(undefined);
  useKeys({
    "?": () => setOpen("keys"),
    "mod+k": () => setOpen("palette"),
    ...(Object.fromEntries(
      goShortcuts.map(({ name, href }) => [name, () => navigate(href)]),
    ) satisfies Keys),
  });
  usePageFocus(path);
  usePreloads();
  useEffect(
    () =>
      watchConnection(
        () => void queryClient.refetchQueries({ predicate: ({ state }) => state.error !== null }),
      ),
    [],
  );
  return (
    <>
      <SkipLink />
      <SampleRibbon />
      <Connection />
      <AppHead path={path} onFind={() => setOpen("palette")} onKeys={() => setOpen("keys")} />
      <div id="content" tabIndex={-1} className={styles.content}>
        <LoadGuard key={path}>
          <Suspense>
            <Places />
          </Suspense>
        </LoadGuard>
      </div>
      <LoadGuard>
        <Suspense>
          {open === "keys" && <KeySheet onClose={close} />}
          {open === "palette" && <Palette onClose={close} onKeys={() => setOpen("keys")} />}
        </Suspense>
      </LoadGuard>
    </>
  );
};

const Places = () => (
  <Switch>
    <Route path="/">
      <TodayPage />
    </Route>
    <Route path="/partners">
      <PartnerList />
    </Route>
    <Route path="/partners/import">
      <ImportPage />
    </Route>
    <Route path="/partners/duplicates">
      <DuplicatesPage />
    </Route>
    <Route path="/partners/:id/merge">{({ id }) => <MergePage partnerId={id} />}</Route>
    <Route path="/partners/:id">{({ id }) => <PartnerPage key={id} partnerId={id} />}</Route>
    <Route path="/openings">
      <DeckPage />
    </Route>
    <Route path="/deals">
      <DealsPage />
    </Route>
    <Route path="/me">
      <MePage />
    </Route>
    <Route path="/me/settings">
      <SettingsPage />
    </Route>
    <Route path="/design">
      <GalleryPage />
    </Route>
    <Route path="/settings">
      <Redirect to="/me/settings" replace />
    </Route>
    <Route>
      <NothingHere />
    </Route>
  </Switch>
);

/** The pages that are likely to come next. */
const usePreloads = (): void => {
  useEffect(
    () =>
      whenQuiet(() => {
        for (const part of [PartnerList, PartnerPage, Palette]) part.preload();
      }),
    [],
  );
};

const Connection = () =>
  useIsReachable() ? null : (
    <output className={styles.alone}>
      Comity cannot be reached. What you see may be old; the page tries again by itself.
    </output>
  );

const NothingHere = () => (
  <main className={styles.nothing}>
    <title>No such page · Comity</title>
    <EmptyState isPage title="There is no page at this address.">
      <Link href="/">To Today</Link>
    </EmptyState>
  </main>
);
