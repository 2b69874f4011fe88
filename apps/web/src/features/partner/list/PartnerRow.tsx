import type { PartnerWithStanding } from "@comity/client";
import { sizesEp } from "@comity/domain/equity/rules";
import { type ChangeEvent, memo, type MouseEvent } from "react";
import { Link } from "wouter";
import { dayMs, msOf, nowMs } from "../../../ui/clock.ts";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { mostInWords } from "../../equity/words.ts";
import { roleInWords } from "../roleInWords.ts";
import { CircleMark } from "./CircleMark.tsx";
import { silenceInWords } from "./listInWords.ts";
import styles from "./PartnerRow.module.css";

/** Choosing rows. The functions stay the same, so that a row is drawn again only when it changes. */
export interface Picking {
  readonly toggle: (id: string, isRange: boolean) => void;
  /** A press on a row chooses it instead of opening it. */
  readonly isWanted: boolean;
}

interface Placed {
  readonly index: number;
  readonly height: number;
  readonly count: number;
}

interface PartnerRowProps extends Placed {
  readonly partner: PartnerWithStanding;
  readonly isChosen: boolean;
  readonly isPicking: boolean;
  readonly isSilenceShown: boolean;
  readonly picking: Picking;
}

const placeOf = ({ index, height, count }: Placed) => ({
  style: { top: index * height, height },
  "aria-posinset": index + 1,
  "aria-setsize": count,
});

/** One partner in the list, at a fixed place: the list shows only the rows that can be seen. */
export const PartnerRow = memo((props: PartnerRowProps) => {
  const { partner, index, isChosen, isPicking, isSilenceShown, picking } = props;
  const { id, name, circle, tags } = partner;
  const face = [styles.row, isChosen ? styles.chosen : "", isPicking ? styles.picking : ""];
  // Caught on the way down: of a press with Shift a link would make a new window.
  const open = (event: MouseEvent): void => {
    if (!picking.isWanted && !event.shiftKey) return;
    event.preventDefault();
    picking.toggle(id, event.shiftKey);
  };
  return (
    <li className={face.join(" ")} {...placeOf(props)}>
      <label className={styles.pick}>
        <input
          type="checkbox"
          aria-label={`Select ${name}`}
          checked={isChosen}
          onChange={(event) => picking.toggle(id, isShifted(event))}
        />
      </label>
      <Link
        href={`/partners/${id}`}
        data-row={index}
        data-id={id}
        aria-keyshortcuts="x"
        onClickCapture={open}
      >
        <span className={styles.who}>
          <span className={styles.first}>
            <bdi className={styles.name}>{name}</bdi>
            {circle !== null && <CircleMark circle={circle} />}
          </span>
          <bdi className={styles.role}>{roleInWords(partner)}</bdi>
          {tags.length > 0 && <bdi className={styles.tagLine}>{tags.join(" · ")}</bdi>}
        </span>
        <Tags tags={tags} />
        <Earned partner={partner} isSilenceShown={isSilenceShown} />
      </Link>
    </li>
  );
});

const isShifted = ({ nativeEvent }: ChangeEvent): boolean =>
  "shiftKey" in nativeEvent && nativeEvent.shiftKey === true;

const tagsShown = 3;

const Tags = ({ tags }: { readonly tags: ReadonlyArray<string> }) =>
  tags.length > 0 && (
    <span className={styles.tags}>
      {tags.slice(0, tagsShown).map((tag) => (
        <bdi key={tag} className={styles.tag}>
          {tag}
        </bdi>
      ))}
      {tags.length > tagsShown && (
        <span className={`${styles.tag} ${styles.more}`}>{`+${tags.length - tagsShown}`}</span>
      )}
    </span>
  );

interface EarnedProps {
  readonly partner: PartnerWithStanding;
  readonly isSilenceShown: boolean;
}

/** Where you stand, in words and as a length; how long nothing was heard, where the list goes by it. */
const Earned = ({ partner, isSilenceShown }: EarnedProps) => {
  const { standing } = partner;
  const most = mostInWords(standing.capacity);
  return (
    <span className={styles.earned}>
      {most === undefined ? (
        <span className={styles.nothing}>nothing yet</span>
      ) : (
        <span>{`up to ${most}`}</span>
      )}
      {isSilenceShown && <span className={styles.silence}>{heardOf(partner)}</span>}
      {most !== undefined && !isSilenceShown && (
        <span
          className={styles.bar}
          style={{ width: `${barShare(standing.capacity) * 100}%` }}
          aria-hidden
        />
      )}
    </span>
  );
};

/** Sizes grow by three, so the bar grows by one notch for each. */
const barShare = (capacity: number): number =>
  Math.min(1, (1 + Math.log(Math.max(capacity, 1)) / Math.log(sizesEp.S)) / 5.5);

const heardOf = ({ lastContactAt }: PartnerWithStanding): string =>
  lastContactAt === null
    ? "never in touch yet"
    : silenceInWords((nowMs() - msOf(lastContactAt)) / dayMs);

const waitingWidths = [14, 11, 16, 12, 15, 10];

/** The place of somebody who is still being read. */
export const WaitingRow = (props: Placed) => {
  const width = waitingWidths[props.index % waitingWidths.length] ?? 12;
  return (
    <li className={`${styles.row} ${styles.waiting}`} {...placeOf(props)} aria-busy="true">
      <Skeleton width={`${width}rem`} height="1.4rem" />
      <Skeleton width={`${width * 0.8}rem`} height="0.9rem" />
    </li>
  );
};
