import type { Affiliation, Partner } from "@comity/domain/partner/schema";
import type { ReactNode } from "react";
import { Button } from "../../../ui/Button.tsx";
import { plainDateInWords } from "../../../ui/clock.ts";
import { Disclosure } from "../../../ui/Disclosure.tsx";
import { affiliationInWords, spanInWords } from "../partnerInWords.ts";
import { mailtoOf, telOf } from "./addresses.ts";
import styles from "./Details.module.css";

interface DetailsProps {
  readonly partner: Partner;
  readonly onEdit: () => void;
}

/** How to reach them, where they work, and since when you know them. */
export const Details = ({ partner, onEdit }: DetailsProps) => (
  <section className={styles.details} aria-label="Details">
    <dl>
      <Addresses partner={partner} />
      <Places affiliations={partner.affiliations} />
      {(partner.howWeMet !== "" || partner.knownSince !== null) && (
        <Term name={partner.howWeMet === "" ? "Known since" : "How you met"}>
          {partner.howWeMet !== "" && <dd className={styles.said}>{partner.howWeMet}</dd>}
          {partner.knownSince !== null && (
            <dd className={partner.howWeMet === "" ? undefined : styles.quiet}>
              {plainDateInWords(partner.knownSince)}
            </dd>
          )}
        </Term>
      )}
    </dl>
    {partner.externalIds.length > 0 && (
      <Disclosure summary="Ids in other systems">
        <ul>
          {partner.externalIds.map((id) => (
            <li key={id} className={styles.quiet}>
              {id}
            </li>
          ))}
        </ul>
      </Disclosure>
    )}
    <div>
      <Button small tone="quiet" className={styles.edit ?? ""} onClick={onEdit}>
        Edit details
      </Button>
    </div>
  </section>
);

const Term = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    {children}
  </div>
);

const Addresses = ({ partner }: { readonly partner: Partner }) => (
  <>
    {partner.emails.length > 0 && (
      <Term name="E-mail">
        {partner.emails.map((email) => (
          <dd key={email}>
            <a href={mailtoOf(email)}>{email}</a>
          </dd>
        ))}
      </Term>
    )}
    {partner.phones.length > 0 && (
      <Term name="Phone">
        {partner.phones.map((phone) => (
          <dd key={phone}>
            <a href={telOf(phone)}>{phone}</a>
          </dd>
        ))}
      </Term>
    )}
    {partner.links.some(isWeb) && (
      <Term name="Links">
        {partner.links.filter(isWeb).map((link) => (
          <dd key={link} className={styles.link}>
            <a href={link} title={link} target="_blank" rel="noopener noreferrer">
              {withoutScheme(link)}
            </a>
          </dd>
        ))}
      </Term>
    )}
  </>
);

/** The main one stands at the head of the page; here with its days, the others, and those of the past. */
const Places = ({ affiliations }: Pick<Partner, "affiliations">) => {
  const isSaidAbove = affiliations.length === 1 && affiliations.every(isUndated);
  if (affiliations.length === 0 || isSaidAbove) return null;
  return (
    <Term name="Where they work">
      {affiliations.map((affiliation) => (
        <dd
          key={`${affiliationInWords(affiliation)} ${affiliation.from} ${affiliation.to}`}
          className={affiliation.to === null ? styles.place : styles.past}
        >
          <bdi>{affiliationInWords(affiliation)}</bdi>
          {!isUndated(affiliation) && <span>{spanInWords(affiliation)}</span>}
        </dd>
      ))}
    </Term>
  );
};

const isUndated = ({ from, to }: Affiliation): boolean => from === null && to === null;

/** Only addresses on the web become links, whatever else was stored. */
const isWeb = (link: string): boolean => /^https?:\/\//i.test(link);

const withoutScheme = (link: string): string =>
  link.replace(/^https?:\/\/(www\.)?/i, "").replace(/\/$/, "");
