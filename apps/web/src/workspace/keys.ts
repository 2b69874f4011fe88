/** Names of what was read, so that a write can say what it made stale. */
export const keys = {
  partners: ["partners"] as const,
  partnersFound: (search: string) => ["partners", search] as const,
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
  movesWithin: (budget: number) => ["moves", budget] as const,
  openings: ["openings"] as const,
};
