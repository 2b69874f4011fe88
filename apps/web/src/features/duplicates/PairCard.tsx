import { contradictingFields } from "@comity/domain/partner/rules";
import type { DuplicatePair, Partner } from "@comity/domain/partner/schema";
import { Link } from "wouter";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { plainDateInWords } from "../../ui/clock.ts";
import { affiliationInWords } from "../partner/partnerInWords.ts";
import { becauseInWords, likelihoodInWords } from "./likenessInWords.ts";
import styles from "./PairCard.module.css";

interface PairCardProps {
  readonly pair: DuplicatePair;
  readonly index: number;
  readonly onMerge: () => void;
  readonly onApart: () => void;
  readonly onLater: () => void;
}

/** Two partners side by side, and why they may be one. */
export const PairCard = ({ pair, index, onMerge, onApart, onLater }: PairCardProps) => {
  const { one, other, likeness } = pair;
  const because = becauseInWords(likeness);
  const isAsked = contradictingFields(one, other).length > 0;
  return (
    <article
      className={styles.pair}
      data-row={index}
      tabIndex={-1}
      aria-label={`${one.name} and ${other.name}`}
    >
      <header className={styles.why}>
        <h2>{likelihoodInWords(likeness)}</h2>
        <ul aria-label="Because of">
          {because.map((reason) => (
            <li key={reason}>
              <Badge tone="good">{reason}</Badge>
            </li>
          ))}
        </ul>
      </header>
      <div className={styles.sides}>
        <Side partner={one} other={other} />
        <Side partner={other} other={one} />
      </div>
      <div className={styles.verbs}>
        <Button tone="give" aria-keyshortcuts="m" onClick={onMerge}>
          {isAsked ? "Merge…" : "Merge"}
        </Button>
        <Button aria-keyshortcuts="d" onClick={onApart}>
          They are two
        </Button>
        <Button tone="quiet" aria-keyshortcuts="l" onClick={onLater}>
          Later
        </Button>
      </div>
    </article>
  );
};

interface SideProps {
  readonly partner: Partner;
  readonly other: Partner;
}

const Side = ({ partner, other }: SideProps) => {
  const { id, name, emails, phones, links, tags, knownSince, notes } = partner;
  const role = affiliationInWords(partner);
  return (
    <div className={styles.side}>
      <p className={styles.name}>
        <Link href={`/partners/${id}`}>
          <bdi>{name}</bdi>
        </Link>
      </p>
      <ul>
        <Fact text={role} isShared={role === affiliationInWords(other)} />
        {emails.map((email) => (
          <Fact key={email} text={email} isShared={hasAlso(other.emails, email)} />
        ))}
        {phones.map((phone) => (
          <Fact key={phone} text={phone} isShared={hasAlso(other.phones, phone)} />
        ))}
        {links.map((link) => (
          <Fact
            key={link}
            text={link.replace(/^https?:\/\/(www\.)?/, "")}
            isShared={hasAlso(other.links, link)}
          />
        ))}
        {tags.length > 0 && <Fact text={tags.join(", ")} isShared={false} />}
        {knownSince !== null && (
          <Fact text={`since ${plainDateInWords(knownSince)}`} isShared={false} />
        )}
        {notes !== "" && <Fact text={notes} isShared={false} />}
      </ul>
    </div>
  );
};

const digits = (text: string): string => text.replace(/\D/g, "").slice(-9);

/** The same address, or the same number with and without its country. */
const hasAlso = (values: ReadonlyArray<string>, value: string): boolean =>
  values.some(
    (each) =>
      each.toLowerCase() === value.toLowerCase() ||
      (/^[+\d]/.test(value) && digits(value).length >= 7 && digits(each) === digits(value)),
  );

/** What both say is marked, so that one sees at a glance why they are shown. */
const Fact = ({ text, isShared }: { readonly text: string; readonly isShared: boolean }) =>
  text === "" ? null : (
    <li className={isShared ? styles.shared : undefined}>
      <bdi>{text}</bdi>
      {isShared && <span className={styles.hidden}>, the same in both</span>}
    </li>
  );
