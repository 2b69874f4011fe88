/** A stretch of a longer list. */
export interface Page<A> {
  readonly data: ReadonlyArray<A>;
  /** Where the next page starts; null when this is the last one. Opaque: hand it back as it is. */
  readonly nextCursor: string | null;
}

export interface PageRequest {
  readonly limit: number;
  readonly cursor: string | null;
}
