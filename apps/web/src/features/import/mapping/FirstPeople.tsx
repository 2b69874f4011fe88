import { isPlainDate, plainDateInWords } from "../../../ui/clock.ts";
import { contactsInWords } from "../countsInWords.ts";
import type { Person } from "./mapping.ts";
import styles from "./FirstPeople.module.css";

/** The first people as they would come out, while the columns are being chosen. */
export const FirstPeople = ({ people }: { readonly people: ReadonlyArray<Person> }) => (
  <section className={styles.people} aria-label="The first people as they would come out">
    <h4>{people.length === 1 ? "The first one would be" : "The first ones would be"}</h4>
    {people.length === 0 ? (
      <p className={styles.nobody}>Nobody yet: a column has to say the name.</p>
    ) : (
      <ul>
        {people.map((person) => (
          <li key={person.row}>
            <PersonCard person={person} />
          </li>
        ))}
      </ul>
    )}
  </section>
);

const PersonCard = ({ person }: { readonly person: Person }) => {
  const { name, role, organisation, emails, phones, links, tags, notes, contacts } = person;
  const reach = [...emails, ...phones, ...links.map((link) => link.replace(/^https?:\/\//, ""))];
  const told = contactsInWords(contacts);
  return (
    <>
      <p className={styles.name}>
        <bdi>{name}</bdi>
      </p>
      <Line>{[role, organisation].filter((each) => each !== "").join(" at ")}</Line>
      <Line>{reach.join(" · ")}</Line>
      <Line>{tags.join(", ")}</Line>
      <Line>{sinceInWords(person.knownSince)}</Line>
      <Line>{notes}</Line>
      {told !== undefined && <p className={styles.told}>{told}</p>}
    </>
  );
};

const Line = ({ children }: { readonly children: string }) =>
  children === "" ? null : (
    <p className={styles.line}>
      <bdi>{children}</bdi>
    </p>
  );

const sinceInWords = (since: string): string =>
  since === "" ? "" : `known since ${isPlainDate(since) ? plainDateInWords(since) : since}`;
