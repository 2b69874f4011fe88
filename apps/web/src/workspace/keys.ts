/** Names of what was read, so that a write can say what it made stale. */
export const keys = {
  partners: ["partners"] as const,
  partnerLists: ["partners", "listed"] as const,
  /** Pages of a list, and how many are in it, by its address. */
  partnersListed: (address: string) => ["partners", "listed", address] as const,
  partnersCounted: (address: string) => ["partners", "counted", address] as const,
  partner: (partnerId: string) => ["partner", partnerId] as const,
  details: (partnerId: string) => ["partner", partnerId, "details"] as const,
  statement: (partnerId: string) => ["partner", partnerId, "statement"] as const,
  series: (partnerId: string) => ["partner", partnerId, "series"] as const,
  entries: (partnerId: string) => ["partner", partnerId, "entries"] as const,
  asks: (partnerId: string) => ["partner", partnerId, "asks"] as const,
  relationship: (partnerId: string) => ["partner", partnerId, "relationship"] as const,
  /** Of the workspace (null), or of one relationship. */
  policy: (partnerId: string | null) =>
    partnerId === null ? (["policy"] as const) : (["partner", partnerId, "policy"] as const),
  catalogue: ["catalogue"] as const,
  moves: ["moves"] as const,
  openings: ["openings"] as const,
  duplicates: ["duplicates"] as const,
  circles: ["circles"] as const,
  tags: ["tags"] as const,
};
