import type { Partner } from "@comity/domain/partner/schema";
import { Button } from "../../ui/Button.tsx";
import { plainDateInWords } from "../../ui/clock.ts";
import styles from "./PartnerPage.module.css";

interface DetailsProps {
  readonly partner: Partner;
  readonly onEdit: () => void;
}

/** How to reach them, and since when you know them. */
export const Details = ({ partner, onEdit }: DetailsProps) => (
  <section className={styles.details} aria-label="Details">
    <dl>
      {partner.knownSince !== null && (
        <div>
          <dt>Known since</dt>
          <dd>{plainDateInWords(partner.knownSince)}</dd>
        </div>
      )}
      {partner.emails.length > 0 && (
        <div>
          <dt>E-mail</dt>
          {partner.emails.map((email) => (
            <dd key={email}>
              <a href={`mailto:${encodeURIComponent(email)}`}>{email}</a>
            </dd>
          ))}
        </div>
      )}
      {partner.links.some(isWeb) && (
        <div>
          <dt>Links</dt>
          {partner.links.filter(isWeb).map((link) => (
            <dd key={link} className={styles.link}>
              <a href={link} title={link} target="_blank" rel="noopener noreferrer">
                {withoutScheme(link)}
              </a>
            </dd>
          ))}
        </div>
      )}
    </dl>
    <div>
      <Button small tone="quiet" className={styles.edit} onClick={onEdit}>
        Edit details
      </Button>
    </div>
  </section>
);

/** Only addresses on the web become links, whatever else was stored. */
const isWeb = (link: string): boolean => /^https?:\/\//i.test(link);

const withoutScheme = (link: string): string =>
  link.replace(/^https?:\/\/(www\.)?/i, "").replace(/\/$/, "");
