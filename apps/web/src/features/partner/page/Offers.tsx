import type { Partner } from "@comity/domain/partner/schema";
import { useState } from "react";
import { TextField } from "../../../ui/Field.tsx";
import { OrderedRows } from "../form/OrderedRows.tsx";
import { newKey } from "../form/partnerForm.ts";
import { leftInWords } from "../partnerInWords.ts";
import styles from "./Goals.module.css";
import { SectionEditor } from "./SectionEditor.tsx";
import { Section } from "./Section.tsx";
import { useFocusBack } from "./useFocusBack.ts";

interface OffersProps {
  readonly partner: Partner;
  readonly name: string;
}

const offersMax = 20;
const offerCharactersMax = 300;

interface OfferForm {
  readonly key: string;
  readonly what: string;
}

/** What they can do for others: whom to think of when somebody wants just that. */
export const Offers = ({ partner, name }: OffersProps) => {
  const [isEditing, setEditing] = useState(false);
  const place = useFocusBack<HTMLDivElement>(isEditing);
  const done = (): void => setEditing(false);
  return (
    <div ref={place}>
      <Section
        title={`What ${name} can do for others`}
        editLabel="Edit what they can do"
        isEditing={isEditing}
        onEdit={() => setEditing(true)}
      >
        {isEditing ? (
          <OffersEditor partner={partner} onDone={done} />
        ) : partner.offers.length === 0 ? (
          <p className={styles.unknown}>Nothing written down yet.</p>
        ) : (
          <ul className={styles.one}>
            {partner.offers.map((offer) => (
              <li key={offer} className={styles.what}>
                {offer}
              </li>
            ))}
          </ul>
        )}
      </Section>
    </div>
  );
};

const formsOf = (offers: ReadonlyArray<string>): ReadonlyArray<OfferForm> =>
  (offers.length === 0 ? [""] : offers).map((what) => ({ key: newKey(), what }));

const OffersEditor = ({
  partner,
  onDone,
}: {
  readonly partner: Partner;
  readonly onDone: () => void;
}) => {
  const [rows, setRows] = useState(() => formsOf(partner.offers));
  const offers = [...new Set(rows.map(({ what }) => what.trim()).filter((what) => what !== ""))];
  return (
    <SectionEditor
      partner={partner}
      change={{ offers }}
      said="What they can do is saved."
      onDone={onDone}
    >
      <OrderedRows<OfferForm>
        label="What they can do for others"
        noun="thing"
        rows={rows}
        rowsMax={offersMax}
        onRows={setRows}
        blank={() => ({ key: newKey(), what: "" })}
      >
        {(row, change) => (
          <TextField
            label="What they can do"
            value={row.what}
            maxLength={offerCharactersMax}
            autoComplete="off"
            hint={leftInWords(row.what, offerCharactersMax)}
            onText={(what) => change({ ...row, what })}
          />
        )}
      </OrderedRows>
    </SectionEditor>
  );
};
