import type { Size } from "@comity/domain/equity/schema";

/** A kind of gift, with its two sizes: what it takes from the giver, and what it means to the receiver. */
export interface GiftKind {
  readonly id: string;
  /** As I give it. */
  readonly given: string;
  /** As they give it to me. */
  readonly received: string;
  readonly cost: Size;
  readonly benefit: Size;
}

export const giftKinds: ReadonlyArray<GiftKind> = [
  {
    id: "word",
    given: "A sincere word about their work",
    received: "A sincere word about my work",
    cost: "XS",
    benefit: "XS",
  },
  {
    id: "share",
    given: "Shared something they made",
    received: "Shared something I made",
    cost: "XS",
    benefit: "S",
  },
  {
    id: "answer",
    given: "Answered a question they asked in public",
    received: "Answered a question I asked in public",
    cost: "S",
    benefit: "M",
  },
  {
    id: "gift",
    given: "A free gift",
    received: "A free gift",
    cost: "S",
    benefit: "M",
  },
  {
    id: "research",
    given: "Looked something up for them",
    received: "Looked something up for me",
    cost: "S",
    benefit: "M",
  },
  {
    id: "introduction",
    given: "Introduced them to someone",
    received: "Introduced me to someone",
    cost: "S",
    benefit: "L",
  },
  {
    id: "promotion",
    given: "Told my list about them",
    received: "Told their list about me",
    cost: "M",
    benefit: "L",
  },
  {
    id: "guest",
    given: "Wrote a guest post for them",
    received: "Wrote a guest post for me",
    cost: "L",
    benefit: "L",
  },
  {
    id: "client",
    given: "Sent them a client",
    received: "Sent me a client",
    cost: "M",
    benefit: "XL",
  },
];

export const somethingElse: GiftKind = {
  id: "else",
  given: "Something else",
  received: "Something else",
  cost: "S",
  benefit: "S",
};
