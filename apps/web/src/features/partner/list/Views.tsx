import { BookmarkPlus, MoreHorizontal, Pencil, Trash2 } from "lucide-react";
import { type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import { lazyPart } from "../../../ui/lazyPart.tsx";
import { Menu } from "../../../ui/Menu.tsx";
import { toasts } from "../../../ui/toasts.ts";
import { viewNameOf } from "./listInWords.ts";
import { addressOf, type Shown } from "./shown.ts";
import styles from "./Views.module.css";
import { builtInViews, useViews, type View, views, viewsMax } from "./views.ts";

const ViewDialog = lazyPart(async () => (await import("./ViewDialog.tsx")).ViewDialog);

/** What stays to be seen of the view before. */
const edgePx = 48;

type Naming = { readonly is: "new" } | { readonly is: "rename"; readonly view: View };

/** Lists to come back to. The one that is shown can be kept, and a kept one renamed or removed. */
export const Views = ({ shown }: { readonly shown: Shown }) => {
  const kept = useViews();
  const [naming, setNaming] = useState<Naming>();
  const address = addressOf(shown);
  const isView = [...builtInViews, ...kept].some((view) => view.address === address);
  const done = (name: string): void => {
    if (naming?.is === "rename") views.rename(naming.view.id, name);
    else if (views.add(name, address) === undefined) sayFull();
    setNaming(undefined);
  };
  return (
    <nav className={styles.views} aria-label="Views">
      <ul>
        {builtInViews.map((view) => (
          <ViewLine key={view.id} view={view} isShown={view.address === address} />
        ))}
        {kept.map((view) => (
          <ViewLine key={view.id} view={view} isShown={view.address === address}>
            <ViewMenu view={view} onRename={() => setNaming({ is: "rename", view })} />
          </ViewLine>
        ))}
      </ul>
      {!isView && (
        <button
          type="button"
          className={styles.keep}
          onClick={() => (kept.length < viewsMax ? setNaming({ is: "new" }) : sayFull())}
        >
          <BookmarkPlus size={16} aria-hidden />
          Keep this view
        </button>
      )}
      {naming !== undefined && (
        <Suspense>
          <ViewDialog
            title={naming.is === "new" ? "Keep this view" : "Rename the view"}
            name={naming.is === "new" ? viewNameOf(shown) : naming.view.name}
            onClose={() => setNaming(undefined)}
            onNamed={done}
          />
        </Suspense>
      )}
    </nav>
  );
};

const sayFull = (): void =>
  void toasts.show({
    text: `You keep ${viewsMax} views, as many as fit. Remove one to make room.`,
    about: "views",
  });

interface ViewLineProps {
  readonly view: View;
  readonly isShown: boolean;
  /** What can be done with it while it is shown. */
  readonly children?: ReactNode;
}

const ViewLine = ({ view, isShown, children }: ViewLineProps) => {
  const line = useRef<HTMLLIElement>(null);
  // On a phone the views scroll: the one that is shown comes into sight.
  useEffect(() => {
    if (!isShown || line.current === null) return;
    line.current.closest("nav")?.scrollTo({ left: line.current.offsetLeft - edgePx });
  }, [isShown]);
  return (
    <li ref={line}>
      <Link href={view.address} className={styles.view} aria-current={isShown ? "page" : undefined}>
        <bdi>{view.name}</bdi>
      </Link>
      {isShown && children}
    </li>
  );
};

const ViewMenu = ({ view, onRename }: { readonly view: View; readonly onRename: () => void }) => (
  <Menu
    label={`View ${view.name}`}
    picture={<MoreHorizontal size={18} aria-hidden />}
    items={[
      { label: "Rename…", picture: <Pencil size={16} aria-hidden />, onChoose: onRename },
      {
        label: "Remove",
        picture: <Trash2 size={16} aria-hidden />,
        onChoose: () => {
          const putBack = views.remove(view.id);
          toasts.show({
            text: `The view “${view.name}” is removed.`,
            action: { label: "Undo", run: putBack },
          });
        },
      },
    ]}
  />
);
