/** What happened with the people of the sample, in days before today. */
import type { Closeness, Help } from "@comity/domain/equity/schema";
import type { ContactBy, ContactMeans } from "@comity/domain/contact/schema";
import type { AcquaintanceKind } from "@comity/domain/partner/schema";
import type { SampleName } from "./people.ts";

interface Dated {
  readonly days: number;
  readonly who: SampleName;
}

export type SampleEvent = Dated &
  (
    | {
        readonly what: "opening";
        readonly closeness: Closeness;
        readonly given: Help;
        readonly received: Help;
      }
    /** `from`: me when left out. Without a note, the kind says what it was. */
    | {
        readonly what: "gift";
        readonly kind: string;
        readonly from?: "them";
        readonly note?: string;
        readonly asked?: boolean;
      }
    | { readonly what: "missed"; readonly note: string }
    | {
        readonly what: "contact";
        readonly means: ContactMeans;
        readonly by?: ContactBy;
        readonly note: string;
      }
    | {
        readonly what: "ask";
        readonly kind: string;
        readonly words: string;
        /** Days until it was answered; left out: it is still open. */
        readonly after?: number;
        readonly answer?: "granted" | "declined" | "withdrawn";
      }
    | { readonly what: "archive" }
  );

export const story: ReadonlyArray<SampleEvent> = [
  { days: 400, who: "ana", what: "opening", closeness: "close", given: "L", received: "L" },
  { days: 400, who: "ben", what: "opening", closeness: "close", given: "M", received: "L" },
  { days: 400, who: "elif", what: "opening", closeness: "close", given: "L", received: "M" },
  { days: 400, who: "kofi", what: "opening", closeness: "close", given: "M", received: "M" },
  { days: 390, who: "hana", what: "opening", closeness: "friendly", given: "M", received: "none" },
  { days: 390, who: "jonas", what: "opening", closeness: "friendly", given: "none", received: "S" },
  {
    days: 390,
    who: "chiara",
    what: "opening",
    closeness: "acquainted",
    given: "S",
    received: "none",
  },

  {
    days: 350,
    who: "ana",
    what: "gift",
    kind: "promotion",
    note: "Told our list about her readings",
  },
  {
    days: 320,
    who: "ana",
    what: "gift",
    kind: "word",
    from: "them",
    note: "Left a kind note in the guest book",
  },
  {
    days: 300,
    who: "ana",
    what: "ask",
    kind: "ask-introduction",
    words: "Would you introduce me to the organisers of the book fair?",
    after: 6,
    answer: "granted",
  },
  {
    days: 260,
    who: "ana",
    what: "gift",
    kind: "client",
    note: "Sent a school class her way for a reading",
  },
  {
    days: 190,
    who: "ana",
    what: "gift",
    kind: "introduction",
    note: "Introduced her to Hana, who draws maps",
  },
  {
    days: 150,
    who: "ana",
    what: "gift",
    kind: "promotion",
    from: "them",
    note: "Put the walk in her shop window",
  },
  {
    days: 96,
    who: "ana",
    what: "gift",
    kind: "research",
    note: "Looked up three grants for her reading series",
  },
  {
    days: 30,
    who: "ana",
    what: "contact",
    means: "met",
    note: "Coffee. She is thinking about a small stage.",
  },
  {
    days: 9,
    who: "ana",
    what: "gift",
    kind: "share",
    note: "Shared the programme of her winter readings",
  },

  {
    days: 310,
    who: "ben",
    what: "gift",
    kind: "guest",
    note: "Recorded a pilot for his evening show",
  },
  {
    days: 250,
    who: "ben",
    what: "ask",
    kind: "ask-advice",
    words: "Could you listen to our first walk and be honest?",
    after: 3,
    answer: "granted",
  },
  {
    days: 170,
    who: "ben",
    what: "gift",
    kind: "introduction",
    from: "them",
    note: "Brought me together with Grace",
  },
  {
    days: 120,
    who: "ben",
    what: "gift",
    kind: "answer",
    note: "Answered his call for voices from the coast",
  },
  {
    days: 74,
    who: "ben",
    what: "gift",
    kind: "research",
    note: "Found a folk song he had been looking for",
  },
  {
    days: 16,
    who: "ben",
    what: "contact",
    means: "wrote",
    by: "them",
    note: "Asked how the winter walk is coming along",
  },

  { days: 340, who: "elif", what: "gift", kind: "client", note: "Recommended her to the museum" },
  {
    days: 210,
    who: "elif",
    what: "ask",
    kind: "ask-testimonial",
    words: "May I quote you on working with us?",
    after: 2,
    answer: "granted",
  },
  {
    days: 140,
    who: "elif",
    what: "gift",
    kind: "early-news",
    note: "Said early that the harbour text would be late",
  },
  {
    days: 60,
    who: "elif",
    what: "gift",
    kind: "gift",
    note: "A day in our studio for her own recording",
  },
  { days: 5, who: "elif", what: "contact", means: "called", note: "New baby! Sends her love." },

  { days: 280, who: "kofi", what: "gift", kind: "client", note: "Sent the archive job to him" },
  {
    days: 200,
    who: "kofi",
    what: "gift",
    kind: "gift",
    from: "them",
    note: "Lent us two microphones for a month",
  },
  {
    days: 110,
    who: "kofi",
    what: "gift",
    kind: "promotion",
    note: "Wrote about his documentary sound",
  },
  {
    days: 40,
    who: "kofi",
    what: "ask",
    kind: "ask-promotion",
    words: "Would you tell your students about our open day?",
    after: 4,
    answer: "granted",
  },
  { days: 12, who: "kofi", what: "contact", means: "met", note: "Sound check for the open day" },

  { days: 240, who: "hana", what: "gift", kind: "share", note: "Shared her map of Porto" },
  {
    days: 180,
    who: "hana",
    what: "gift",
    kind: "introduction",
    note: "Introduced her to Ana's bookshop",
  },
  { days: 90, who: "hana", what: "gift", kind: "word", from: "them", note: "A hand-drawn card" },
  { days: 48, who: "hana", what: "gift", kind: "promotion", note: "Her maps in our newsletter" },

  {
    days: 230,
    who: "chiara",
    what: "gift",
    kind: "goals",
    note: "An hour about what winter means for a museum",
  },
  {
    days: 160,
    who: "chiara",
    what: "gift",
    kind: "gift",
    note: "A walk for visitors who do not see well, as a test",
  },
  { days: 130, who: "chiara", what: "missed", note: "Sent the texts two weeks late" },
  {
    days: 128,
    who: "chiara",
    what: "contact",
    means: "called",
    by: "me",
    note: "Apologised. She was kind about it.",
  },
  {
    days: 100,
    who: "chiara",
    what: "gift",
    kind: "research",
    note: "Found the photographer of an unnamed picture",
  },
  {
    days: 84,
    who: "chiara",
    what: "gift",
    kind: "introduction",
    note: "Introduced her to Elif, for the German texts",
  },
  {
    days: 24,
    who: "chiara",
    what: "ask",
    kind: "ask-mention",
    words: "Would you mention the walk on your winter page?",
  },

  { days: 150, who: "grace", what: "gift", kind: "goals", note: "Learned how her tours work" },
  {
    days: 115,
    who: "grace",
    what: "gift",
    kind: "guest",
    note: "A story for her travellers' evening",
  },
  {
    days: 70,
    who: "grace",
    what: "gift",
    kind: "promotion",
    from: "them",
    note: "Wrote to her community about us",
  },
  {
    days: 33,
    who: "grace",
    what: "gift",
    kind: "introduction",
    note: "Introduced her to Nora's libraries",
  },

  {
    days: 220,
    who: "david",
    what: "gift",
    kind: "research",
    note: "What other ferries offer on board",
  },
  { days: 145, who: "david", what: "contact", means: "called", note: "A pilot in spring, perhaps" },
  {
    days: 100,
    who: "david",
    what: "gift",
    kind: "early-news",
    note: "Said early that the pilot needs another month",
  },
  { days: 88, who: "david", what: "gift", kind: "gift", note: "Ten free codes for the crew" },
  {
    days: 52,
    who: "david",
    what: "ask",
    kind: "ask-mention",
    words: "Could the evening crossing mention the walk, just once?",
    after: 10,
    answer: "declined",
  },

  {
    days: 190,
    who: "farid",
    what: "gift",
    kind: "answer",
    note: "Answered his questions about village halls",
  },
  { days: 105, who: "farid", what: "gift", kind: "introduction", note: "Introduced him to Inés" },
  {
    days: 64,
    who: "farid",
    what: "contact",
    means: "met",
    note: "He is looking for projects that last",
  },

  { days: 175, who: "nora", what: "gift", kind: "share", note: "Shared her talk" },
  {
    days: 80,
    who: "nora",
    what: "gift",
    kind: "research",
    note: "How three libraries lend out headphones",
  },
  {
    days: 22,
    who: "nora",
    what: "contact",
    means: "wrote",
    by: "them",
    note: "Wants to try it in two libraries",
  },

  { days: 135, who: "priya", what: "gift", kind: "word", note: "A review of her episode on bells" },
  { days: 66, who: "priya", what: "gift", kind: "share", note: "Shared the episode on fog horns" },
  {
    days: 18,
    who: "priya",
    what: "gift",
    kind: "answer",
    note: "Answered a listener's question for her",
  },

  {
    days: 155,
    who: "jonas",
    what: "gift",
    kind: "word",
    note: "Thanked him in the walk's credits",
  },
  { days: 125, who: "ines", what: "contact", means: "met", note: "The children asked for dragons" },
  {
    days: 58,
    who: "ines",
    what: "gift",
    kind: "gift",
    note: "A walk through the school yard, with dragons",
  },
  {
    days: 95,
    who: "lena",
    what: "gift",
    kind: "share",
    note: "Shared her piece on night watchmen",
  },
  {
    days: 44,
    who: "mateo",
    what: "gift",
    kind: "research",
    note: "Three voice actors who sound like people",
  },
  { days: 190, who: "sam", what: "gift", kind: "research", note: "Looked over his landing page" },
  { days: 150, who: "sam", what: "gift", kind: "share", note: "Shared his post" },
  {
    days: 120,
    who: "sam",
    what: "ask",
    kind: "ask-advice",
    words: "Ten minutes on our sign-up page?",
    after: 20,
    answer: "declined",
  },
  {
    days: 210,
    who: "tomas",
    what: "contact",
    means: "wrote",
    by: "them",
    note: "The festival pauses for a year",
  },
  { days: 200, who: "tomas", what: "archive" },
];

export const acquaintances: ReadonlyArray<readonly [SampleName, AcquaintanceKind, SampleName]> = [
  ["grace", "introduced-by", "ben"],
  ["hana", "works-with", "ana"],
  ["ana", "works-with", "atlas"],
  ["nora", "works-with", "grace"],
  ["ines", "introduced-by", "farid"],
];

export const answers = {
  motivation:
    "I want the walks to outlive me. Alone I can make three a year; with others a town can make its own.",
  purpose: "",
  mustHaves: "",
  canDos:
    "Two afternoons a week. My list of 4,000 listeners. I can let others have the first say in a text.",
  spheres: "",
  vision: "",
};
