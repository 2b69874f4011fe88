/** What entries, asks and kinds of favour are named by. */
import * as z from "zod";
import { uuidV7 } from "../../identity/schema.ts";

export const EntryId = uuidV7.brand("EntryId").meta({
  id: "EntryId",
  description: "Names one entry of the ledger.",
});
export type EntryId = z.infer<typeof EntryId>;

export const AskId = uuidV7.brand("AskId").meta({
  id: "AskId",
  description: "Names one ask, opened or refused.",
});
export type AskId = z.infer<typeof AskId>;

export const KindId = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,62})$/, { error: "Small letters, digits and hyphens." })
  .brand("KindId")
  .meta({
    id: "KindId",
    description: "Names a kind of the catalogue: a word for a standard one, a UUIDv7 for your own.",
    examples: ["introduction"],
  });
export type KindId = z.infer<typeof KindId>;
