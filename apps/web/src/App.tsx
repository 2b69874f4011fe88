import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { Keyboard, Settings } from "lucide-react";
import { Suspense, useEffect, useState } from "react";
import { Link, Route, Switch, useLocation, useRoute } from "wouter";
import styles from "./App.module.css";
import { DropAnywhere } from "./features/import/DropAnywhere.tsx";
import { PartnerList } from "./features/partner/PartnerList.tsx";
import { EmptyState } from "./ui/EmptyState.tsx";
import { IconButton, IconLink } from "./ui/IconButton.tsx";
import { lazyPart } from "./ui/lazyPart.tsx";
import { LoadGuard } from "./ui/LoadGuard.tsx";
import { ThemeSwitch } from "./ui/ThemeSwitch.tsx";
import { Toaster } from "./ui/Toaster.tsx";
import { useKeys } from "./ui/useKeys.ts";
import { useIsReachable, watchConnection } from "./workspace/connection.ts";

const PartnerPage = lazyPart(
  async () => (await import("./features/partner/PartnerPage.tsx")).PartnerPage,
);
const DeckPage = lazyPart(async () => (await import("./features/opening/DeckPage.tsx")).DeckPage);
const SettingsPage = lazyPart(
  async () => (await import("./features/settings/SettingsPage.tsx")).SettingsPage,
);
const ConfirmPage = lazyPart(
  async () => (await import("./features/confirm/ConfirmPage.tsx")).ConfirmPage,
);
const KeySheet = lazyPart(async () => (await import("./KeySheet.tsx")).KeySheet);

// The client retries by itself where that is safe. "always", because a server on this machine can be
// reached without a network.
const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, networkMode: "always", staleTime: 10_000 },
  },
});

const preloadMs = 1_000;

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

const Shell = () => {
  const [isSheetOpen, setSheetOpen] = useState(false);
  const [, navigate] = useLocation();
  useKeys({
    "?": () => setSheetOpen(true),
    "g p": () => navigate("/"),
    "g o": () => navigate("/openings"),
    "g s": () => navigate("/settings"),
  });
  useEffect(
    () =>
      watchConnection(
        () => void queryClient.refetchQueries({ predicate: ({ state }) => state.error !== null }),
      ),
    [],
  );
  useEffect(() => {
    // The page of a partner comes next, so it is fetched while nothing else is going on.
    const timer = setTimeout(PartnerPage.preload, preloadMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <Connection />
      <header className={styles.header}>
        <Link href="/" className={styles.wordmark}>
          Comity
        </Link>
        <div className={styles.tools}>
          <IconLink href="/settings" aria-label="Settings" title="Settings (g s)">
            <Settings size={18} aria-hidden />
          </IconLink>
          <IconButton
            className={styles.keys}
            aria-label="Keys"
            title="Keys (?)"
            onClick={() => setSheetOpen(true)}
          >
            <Keyboard size={18} aria-hidden />
          </IconButton>
          <ThemeSwitch />
        </div>
      </header>
      <LoadGuard>
        <Suspense>
          <Switch>
            <Route path="/">
              <PartnerList />
            </Route>
            <Route path="/partners/:id">
              {({ id }) => <PartnerPage key={id} partnerId={id} />}
            </Route>
            <Route path="/openings">
              <DeckPage />
            </Route>
            <Route path="/settings">
              <SettingsPage />
            </Route>
            <Route>
              <NothingHere />
            </Route>
          </Switch>
          {isSheetOpen && <KeySheet onClose={() => setSheetOpen(false)} />}
        </Suspense>
      </LoadGuard>
    </>
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
      <Link href="/">To your partners</Link>
    </EmptyState>
  </main>
);
