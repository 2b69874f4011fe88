/** Whom somebody who is being written down may be already, and what joins the two. */
import type { DescribedPartner } from "@comity/client";
import { mergedPartner } from "@comity/domain/partner/rules";
import type { DuplicateCandidate, Partner } from "@comity/domain/partner/schema";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { workspace } from "../../../workspace/client.ts";
import { type Change, changedOf } from "../conflicts.ts";

const restMs = 250;
const nameCharactersLeast = 2;
const shownMost = 3;

/** Half an address is none yet. */
const isEmail = (email: string): boolean => /^\S+@\S+\.\S{2,}$/.test(email);
const isPhone = (phone: string): boolean => phone.replace(/\D/g, "").length >= 3;

/** What is known of somebody by now, as far as it can be compared. */
export const describedBy = (change: Change): DescribedPartner => ({
  name: change.name ?? "",
  kind: change.kind ?? "person",
  organisation: change.affiliations?.find(({ to }) => to === null)?.organisation ?? "",
  emails: (change.emails ?? []).filter(isEmail),
  phones: (change.phones ?? []).filter(isPhone),
  links: (change.links ?? []).filter((link) => URL.canParse(link)),
});

const queryOf = (described: DescribedPartner) => ({
  queryKey: ["duplicates", "check", described],
  queryFn: async (): Promise<ReadonlyArray<DuplicateCandidate>> =>
    (await workspace.duplicates.check(described)).slice(0, shownMost),
  staleTime: 10_000,
});

const isComparable = ({ name }: DescribedPartner): boolean =>
  name.trim().length >= nameCharactersLeast;

/** Looks while somebody types, a moment after the last letter, and once more when they are done. */
export const useMayBe = (described: DescribedPartner) => {
  const client = useQueryClient();
  const said = JSON.stringify(described);
  const [rested, setRested] = useState(said);
  useEffect(() => {
    const timer = setTimeout(() => setRested(said), restMs);
    return () => clearTimeout(timer);
  }, [said]);
  const query = queryOf(JSON.parse(rested) as DescribedPartner);
  const isAsked = isComparable(JSON.parse(rested) as DescribedPartner);
  const { data } = useQuery({ ...query, enabled: isAsked, placeholderData: (before) => before });
  /** Whoever cannot be compared now is added all the same: it can be told later. */
  const lookNow = async (): Promise<ReadonlyArray<DuplicateCandidate>> => {
    if (!isComparable(described)) return [];
    return client.fetchQuery(queryOf(described)).catch(() => []);
  };
  return { candidates: isAsked && isComparable(described) ? (data ?? []) : [], lookNow };
};

const blank = {
  kind: "person",
  name: "",
  affiliations: [],
  emails: [],
  phones: [],
  links: [],
  tags: [],
  notes: "",
  goals: null,
  offers: [],
  howWeMet: "",
  knownSince: null,
  circle: null,
  cadenceDays: null,
  externalIds: [],
} as const;

/** What the known one lacks of what was typed; nothing they have is replaced. */
export const addedTo = (known: Partner, typed: Change): Change => {
  const other = { ...known, ...blank, ...typed } as unknown as Partner;
  const { kind: _kind, name: _name, circle: _circle, ...merged } = mergedPartner(known, other);
  return changedOf(known, merged as Change);
};
