/** The rows of the palette, from what was typed and who was found. Pure, so that it can be tested. */
import type { Partner } from "@comity/domain/partner/schema";
import { goShortcuts, type ShortcutName } from "../../shortcuts.ts";
import { roleInWords } from "../partner/roleInWords.ts";
import { type Sentence, verbInWords, type WantedVerb } from "./sentence.ts";

/** What a row does: go somewhere, type on, or one of the few things that need no page. */
export type Deed =
  | { readonly to: string }
  | { readonly type: string }
  | { readonly run: "import" | "keys" };

export type Picture = WantedVerb | "partner" | "page" | "add" | "import" | "keys";

export interface Row {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  readonly keys?: ShortcutName;
  readonly picture: Picture;
  readonly deed: Deed;
}

export interface Group {
  readonly title: string;
  readonly rows: ReadonlyArray<Row>;
}

export type Found = Pick<Partner, "name" | "role" | "organisation"> & { readonly id: string };

const pages: ReadonlyArray<Row> = [
  ...goShortcuts.map(({ name, does, href }) => ({
    id: `page ${href}`,
    label: does,
    keys: name,
    picture: "page" as const,
    deed: { to: href },
  })),
  {
    id: "page /partners/import",
    label: "Import people",
    picture: "page",
    deed: { to: "/partners/import" },
  },
  {
    id: "page /partners/duplicates",
    label: "Perhaps the same: merge duplicates",
    picture: "page",
    deed: { to: "/partners/duplicates" },
  },
  { id: "page /design", label: "Components", picture: "page", deed: { to: "/design" } },
];

const verbs: ReadonlyArray<Row> = [
  { id: "give", label: "Give to…", picture: "give", deed: { type: "give to " } },
  { id: "ask", label: "May I ask…", picture: "ask", deed: { type: "may I ask " } },
  { id: "note", label: "Note about…", picture: "note", deed: { type: "note about " } },
  { id: "add", label: "Add a partner", picture: "add", deed: { to: "/partners?do=add" } },
  { id: "import", label: "Import a file", keys: "i", picture: "import", deed: { run: "import" } },
  { id: "keys", label: "Keys", keys: "?", picture: "keys", deed: { run: "keys" } },
];

const everyVerb: ReadonlyArray<WantedVerb> = ["give", "ask", "note"];

const partnerRow = (partner: Found, verb: WantedVerb | undefined): Row => {
  const address = `/partners/${partner.id}`;
  const detail = roleInWords(partner);
  return {
    id: `${verb ?? "open"} ${partner.id}`,
    label: verb === undefined ? partner.name : verbInWords(verb, partner.name),
    ...(detail === "" ? {} : { detail }),
    picture: verb ?? "partner",
    deed: { to: verb === undefined ? address : `${address}?do=${verb}` },
  };
};

/** Every typed word begins a word of the label. */
export const isMeant = (label: string, typed: string): boolean => {
  const words = label.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const wanted = typed.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return wanted.every((each) => words.some((word) => word.startsWith(each)));
};

interface Asked {
  readonly text: string;
  readonly sentence: Sentence;
  readonly partners: ReadonlyArray<Found>;
}

/** What can be chosen: partners with the verb that was typed, pages, and verbs. Empty groups are left out. */
export const groupsOf = ({ text, sentence, partners }: Asked): ReadonlyArray<Group> => {
  const { verb, who } = sentence;
  const meant = (rows: ReadonlyArray<Row>) => rows.filter(({ label }) => isMeant(label, text));
  const [first] = who === "" || verb !== undefined ? [] : partners;
  const withFirst = first === undefined ? [] : everyVerb.map((each) => partnerRow(first, each));
  const groups = [
    {
      title: who === "" ? "Opened lately" : "Partners",
      rows: partners.map((partner) => partnerRow(partner, verb)),
    },
    { title: "Verbs", rows: [...withFirst, ...(verb === undefined ? meant(verbs) : [])] },
    { title: "Pages", rows: meant(pages) },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
};
