import type { Partner } from "@comity/domain/partner/schema";

/** "Editor at The Weekly", or whichever half is known. */
export const roleInWords = ({
  role,
  organisation,
}: Pick<Partner, "role" | "organisation">): string =>
  role !== "" && organisation !== "" ? `${role} at ${organisation}` : role + organisation;
