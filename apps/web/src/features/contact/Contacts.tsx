import type { Contact } from "@comity/domain/contact/schema";
import { X } from "lucide-react";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { msOf, shortDay } from "../../ui/clock.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { readingTroubleInWords } from "../../workspace/troubleInWords.ts";
import type { Rhythm } from "./ContactDialog.tsx";
import styles from "./Contacts.module.css";
import { contactInWords, nextInWords } from "./contactInWords.ts";
import { useContacts, useContactVerbs } from "./contacts.ts";

interface ContactsProps {
  readonly partnerId: string;
  readonly name: string;
  readonly rhythm: Rhythm | undefined;
  readonly onContact: () => void;
}

const contactsFirst = 3;

/** When the two of you were in touch, the newest first, and when a word is due again. */
export const Contacts = ({ partnerId, name, rhythm, onContact }: ContactsProps) => {
  const { data, error, refetch, hasNextPage, fetchNextPage } = useContacts(partnerId);
  const { remove } = useContactVerbs(partnerId);
  const [isAll, setAll] = useState(false);
  if (data === undefined) {
    return error === null ? (
      <Skeleton width="12rem" height="1.2rem" />
    ) : (
      <Trouble onRetry={() => void refetch()}>{readingTroubleInWords(error)}</Trouble>
    );
  }
  const contacts = data.pages.flatMap((page) => page.data);
  const shown = isAll ? contacts : contacts.slice(0, contactsFirst);
  const isMore = shown.length < contacts.length || hasNextPage;
  return (
    <section className={styles.contacts} aria-labelledby="contacts">
      <h2 id="contacts">In touch</h2>
      <p className={styles.next}>{rhythmInWords(rhythm)}</p>
      {shown.length > 0 && (
        <ol>
          {shown.map((contact) => (
            <ContactLine
              key={contact.id}
              contact={contact}
              name={name}
              onRemove={() => void remove(contact)}
            />
          ))}
        </ol>
      )}
      <div className={styles.verbs}>
        <Button small tone="quiet" onClick={onContact}>
          We were in touch
        </Button>
        {isMore && (
          <Button
            small
            tone="quiet"
            onClick={() => {
              if (isAll) void fetchNextPage();
              setAll(true);
            }}
          >
            Show older ones
          </Button>
        )}
      </div>
    </section>
  );
};

/** A gift or an answer counts as a contact too, so the last one may not be among those below. */
const rhythmInWords = (rhythm: Rhythm | undefined): string => {
  if (rhythm === undefined) return "";
  if (rhythm.lastContactAt === null) return "Not in touch yet, as far as is written down.";
  const lastMs = msOf(rhythm.lastContactAt);
  return `Last on ${shortDay(lastMs)}; ${nextInWords(lastMs, rhythm.cadenceDays)}.`;
};

interface ContactLineProps {
  readonly contact: Contact;
  readonly name: string;
  readonly onRemove: () => void;
}

const ContactLine = ({ contact, name, onRemove }: ContactLineProps) => {
  const what = contactInWords(contact, name);
  const day = shortDay(msOf(contact.at));
  return (
    <li className={styles.line}>
      <div>
        <p className={styles.what}>
          <bdi>{what}</bdi> <span>{day}</span>
        </p>
        {contact.note !== "" && <p className={styles.note}>{contact.note}</p>}
      </div>
      <IconButton aria-label={`Take out: ${what}, ${day}`} onClick={onRemove}>
        <X size={16} aria-hidden />
      </IconButton>
    </li>
  );
};
