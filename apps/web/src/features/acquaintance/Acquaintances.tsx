import type { Acquaintance, Partner } from "@comity/domain/partner/schema";
import { X } from "lucide-react";
import { useState } from "react";
import { Link } from "wouter";
import { Button } from "../../ui/Button.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { readingTroubleInWords } from "../../workspace/troubleInWords.ts";
import { type Tie, tieChoiceInWords, tieInWords, ties } from "./acquaintanceInWords.ts";
import { useAcquaintances, useColleagues, useTieVerbs } from "./acquaintances.ts";
import styles from "./Acquaintances.module.css";
import { PartnerPicker } from "./PartnerPicker.tsx";
import { useFocusBack } from "../partner/page/useFocusBack.ts";
import { useLeaving } from "../partner/page/useLeaving.ts";

interface AcquaintancesProps {
  readonly partner: Pick<Partner, "id" | "kind" | "name">;
  readonly name: string;
}

/** Whom they know, of your partners; of an organisation, also who works there. */
export const Acquaintances = ({ partner, name }: AcquaintancesProps) => {
  const { data, error, refetch } = useAcquaintances(partner.id);
  const { add, remove } = useTieVerbs({ partnerId: partner.id, name });
  const colleagues = useColleagues(partner.kind === "organisation" ? partner.name : "");
  const [isAdding, setAdding] = useState(false);
  const place = useFocusBack<HTMLElement>(isAdding);
  const close = (): void => setAdding(false);
  if (data === undefined) {
    return error === null ? (
      <Skeleton width="12rem" height="1.2rem" />
    ) : (
      <Trouble onRetry={() => void refetch()}>{readingTroubleInWords(error)}</Trouble>
    );
  }
  return (
    <section ref={place} className={styles.people} aria-labelledby="people">
      <h2 id="people">People</h2>
      <WorksHere people={colleagues} />
      <Ties
        known={data.filter((tie) => !isSaidAbove(tie, colleagues))}
        onRemove={(tie) => void remove(tie)}
      />
      {isAdding ? (
        <AddTie
          name={name}
          except={[partner.id]}
          onAdd={(tie) => {
            close();
            void add(tie);
          }}
          onCancel={close}
        />
      ) : (
        <div className={styles.verbs}>
          <Button data-edit small tone="quiet" onClick={() => setAdding(true)}>
            Add someone they know
          </Button>
        </div>
      )}
    </section>
  );
};

interface TiesProps {
  readonly known: ReadonlyArray<Acquaintance>;
  readonly onRemove: (tie: Acquaintance) => void;
}

const Ties = ({ known, onRemove }: TiesProps) => (
  <>
    {ties
      .map((tie) => ({ tie, people: known.filter(({ kind }) => kind === tie) }))
      .filter(({ people }) => people.length > 0)
      .map(({ tie, people }) => (
        <div key={tie}>
          <h3 className={styles.tie}>{tieInWords[tie]}</h3>
          <ul>
            {people.map((one) => (
              <li key={one.partnerId} className={styles.line}>
                <Person {...one} />
                <IconButton
                  aria-label={`Take out: ${tieInWords[tie].toLowerCase()} ${one.name}`}
                  onClick={() => onRemove(one)}
                >
                  <X size={16} aria-hidden />
                </IconButton>
              </li>
            ))}
          </ul>
        </div>
      ))}
  </>
);

interface PersonProps {
  readonly partnerId: string;
  readonly name: string;
  readonly organisation: string;
}

const Person = ({ partnerId, name, organisation }: PersonProps) => (
  <Link href={`/partners/${partnerId}`} className={styles.person}>
    <bdi>{name}</bdi>
    {organisation !== "" && <span>{organisation}</span>}
  </Link>
);

type Colleagues = ReturnType<typeof useColleagues>;

/** Whoever works at an organisation works with it. */
const isSaidAbove = ({ kind, partnerId }: Acquaintance, colleagues: Colleagues): boolean =>
  kind === "works-with" && colleagues.some(({ id }) => id === partnerId);

const WorksHere = ({ people }: { readonly people: Colleagues }) => {
  if (people.length === 0) return null;
  return (
    <div>
      <h3 className={styles.tie}>Work here</h3>
      <ul>
        {people.map(({ id, name, role }) => (
          <li key={id} className={styles.line}>
            <Person partnerId={id} name={name} organisation={role} />
          </li>
        ))}
      </ul>
    </div>
  );
};

interface AddTieProps {
  readonly name: string;
  readonly except: ReadonlyArray<string>;
  readonly onAdd: (tie: Acquaintance) => void;
  readonly onCancel: () => void;
}

const AddTie = ({ name, except, onAdd, onCancel }: AddTieProps) => {
  const [tie, setTie] = useState<Tie>("works-with");
  const place = useLeaving<HTMLFieldSetElement>({ onEscape: onCancel });
  return (
    <fieldset ref={place} className={styles.adding} aria-label="Someone they know">
      <Choice<Tie>
        legend="What they have to do with each other"
        options={ties.map((value) => ({ value, label: tieChoiceInWords(value, name) }))}
        value={tie}
        onChoose={setTie}
      />
      <PartnerPicker
        label="Who"
        except={except}
        onPick={({ id, name: other, organisation }) =>
          onAdd({
            kind: tie,
            partnerId: id as Acquaintance["partnerId"],
            name: other,
            organisation,
          })
        }
      />
      <div>
        <Button small tone="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </fieldset>
  );
};
