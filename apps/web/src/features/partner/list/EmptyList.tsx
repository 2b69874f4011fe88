import { Button } from "../../../ui/Button.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { FirstPartners } from "../FirstPartners.tsx";
import { emptyInWords } from "./emptyInWords.ts";
import { changed, isNarrowed, type Shown } from "./shown.ts";

interface EmptyListProps {
  readonly shown: Shown;
  readonly onShown: (shown: Shown) => void;
  readonly onAdd: () => void;
}

/** Why nobody is here, and the one way on. */
export const EmptyList = ({ shown, onShown, onAdd }: EmptyListProps) => {
  if (!isNarrowed(shown)) return <FirstPartners onAdd={onAdd} />;
  const { title, hint, isSearchAlone } = emptyInWords(shown);
  const { search } = shown;
  return (
    <EmptyState title={title}>
      {hint !== undefined && <p>{hint}</p>}
      {search === undefined || isSearchAlone ? (
        <Button onClick={() => onShown({})}>Show everyone</Button>
      ) : (
        <Button onClick={() => onShown(changed({}, { search }))}>Search everyone</Button>
      )}
    </EmptyState>
  );
};
