/** Where someone works or belongs. The main affiliation is the first that has not ended. */
import type { Affiliation } from "../schema.ts";

const isCurrent = ({ to }: Affiliation): boolean => to === null;

const nowhere: Affiliation = { organisation: "", role: "", from: null, to: null };

export const mainAffiliationOf = (
  affiliations: ReadonlyArray<Affiliation>,
): Pick<Affiliation, "organisation" | "role"> => affiliations.find(isCurrent) ?? nowhere;

/** The same affiliations with another organisation or role in the main one, which may go by that. */
export const withMainAffiliation = (
  affiliations: ReadonlyArray<Affiliation>,
  said: { readonly organisation?: string | undefined; readonly role?: string | undefined },
): Array<Affiliation> => {
  const main = affiliations.find(isCurrent);
  const before = main ?? nowhere;
  const after = {
    ...before,
    organisation: said.organisation ?? before.organisation,
    role: said.role ?? before.role,
  };
  const isGone = after.organisation === "" && after.role === "";
  if (main === undefined) return isGone ? [...affiliations] : [after, ...affiliations];
  return affiliations.flatMap((one) => (one !== main ? [one] : isGone ? [] : [after]));
};
