import type { Partner } from "@comity/domain/partner/schema";
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { workspace } from "../../workspace/client.ts";
import { keys } from "../../workspace/keys.ts";
import { mostInWords } from "../equity/words.ts";
import styles from "./Ledgers.module.css";
import { countInWords, type EntryCount, joinedInWords } from "./ledgersInWords.ts";

const entriesCounted = 100;

const useEntryCount = (partnerId: string) =>
  useQuery({
    queryKey: [...keys.partner(partnerId), "entry count"],
    queryFn: async ({ signal }): Promise<EntryCount> => {
      const page = await workspace.entries.list(partnerId, { limit: entriesCounted }, signal);
      return { count: page.data.length, isMore: page.nextCursor !== null };
    },
  });

const useStatement = (partnerId: string) =>
  useQuery({
    queryKey: [...keys.statement(partnerId), "now"],
    queryFn: ({ signal }) => workspace.statement.at(partnerId, undefined, signal),
  });

interface LedgersProps {
  readonly kept: Partner;
  readonly other: Partner;
}

/** What is written down with each of the two, and that it all comes together. */
export const Ledgers = ({ kept, other }: LedgersProps) => {
  const ofKept = useEntryCount(kept.id).data;
  const ofOther = useEntryCount(other.id).data;
  return (
    <section className={styles.ledgers} aria-labelledby="ledgers">
      <h3 id="ledgers">What is written down</h3>
      <div className={styles.sides}>
        <Ledger partner={kept} entries={ofKept} />
        <Ledger partner={other} entries={ofOther} />
      </div>
      {ofKept !== undefined && ofOther !== undefined && (
        <p className={styles.joined}>{joinedInWords(ofKept, ofOther)}</p>
      )}
    </section>
  );
};

interface LedgerProps {
  readonly partner: Partner;
  readonly entries: EntryCount | undefined;
}

const Ledger = ({ partner, entries }: LedgerProps) => {
  const { data: statement } = useStatement(partner.id);
  if (entries === undefined || statement === undefined) {
    return <Skeleton width="10rem" height="3rem" />;
  }
  const most = mostInWords(statement.capacity);
  return (
    <div>
      <p>{countInWords(entries)}</p>
      <p className={styles.earned}>
        {most === undefined ? "nothing earned yet" : `earned: up to ${most}`}
      </p>
    </div>
  );
};
