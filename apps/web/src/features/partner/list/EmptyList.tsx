import { Button, ButtonLink } from "../../../ui/Button.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { FirstPartners } from "../FirstPartners.tsx";
import { emptyInWords } from "./emptyInWords.ts";
import { partnersInWords } from "./listInWords.ts";
import { useFoundCount } from "./reading.ts";
import { addressOf, changed, isNarrowed, type Shown } from "./shown.ts";

interface EmptyListProps {
  readonly shown: Shown;
  readonly onShown: (shown: Shown) => void;
  readonly onAdd: () => void;
}

/** Why nobody is here, and the one way on. */
export const EmptyList = ({ shown, onShown, onAdd }: EmptyListProps) => {
  if (!isNarrowed(shown)) return <Nobody onAdd={onAdd} />;
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

/** Nobody yet, or nobody who is in use. */
const Nobody = ({ onAdd }: Pick<EmptyListProps, "onAdd">) => {
  const archived = useFoundCount({ archived: true });
  if (archived === undefined) return null;
  if (archived === 0) return <FirstPartners onAdd={onAdd} />;
  return (
    <EmptyState title="Everyone you know is archived.">
      <ButtonLink href={addressOf({ archived: true })}>
        {`Look at ${partnersInWords(archived)}`}
      </ButtonLink>
    </EmptyState>
  );
};
