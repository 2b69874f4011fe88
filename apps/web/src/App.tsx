import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { Keyboard } from "lucide-react";
import { Suspense, useState } from "react";
import { Link, Route, Switch, useLocation } from "wouter";
import styles from "./App.module.css";
import { DropAnywhere } from "./features/import/DropAnywhere.tsx";
import { PartnerList } from "./features/partner/PartnerList.tsx";
import { EmptyState } from "./ui/EmptyState.tsx";
import { lazyPart } from "./ui/lazyPart.tsx";
import { LoadGuard } from "./ui/LoadGuard.tsx";
import { ThemeSwitch } from "./ui/ThemeSwitch.tsx";
import { Toaster } from "./ui/Toaster.tsx";
import { useKeys } from "./ui/useKeys.ts";
import { useIsReachable, watchConnection } from "./workspace/connection.ts";

const PartnerPage = lazyPart(
  async () => (await import("./features/partner/PartnerPage.tsx")).PartnerPage,
);
const KeySheet = lazyPart(async () => (await import("./KeySheet.tsx")).KeySheet);

// The client retries by itself where that is safe. "always", because a server on this machine can be
// reached without a network.
const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, networkMode: "always", staleTime: 10_000 },
  },
});

watchConnection(
  () => void queryClient.refetchQueries({ predicate: ({ state }) => state.error !== null }),
);

// The page of a partner comes next, so it is fetched while nothing else is going on.
setTimeout(PartnerPage.preload, 1_000);

export const App = () => (
  <QueryClientProvider client={queryClient}>
    <Shell />
    <Toaster />
    <DropAnywhere />
  </QueryClientProvider>
);

const Shell = () => {
  const [isSheetOpen, setSheetOpen] = useState(false);
  const [, navigate] = useLocation();
  useKeys({ "?": () => setSheetOpen(true), "g p": () => navigate("/") });
  return (
    <>
      <Connection />
      <header className={styles.header}>
        <Link href="/" className={styles.wordmark}>
          Comity
        </Link>
        <div className={styles.tools}>
          <button
            type="button"
            className={styles.keys}
            aria-label="Keys"
            title="Keys (?)"
            onClick={() => setSheetOpen(true)}
          >
            <Keyboard size={18} aria-hidden />
          </button>
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
