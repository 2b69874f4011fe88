import type * as z from "zod";
import { uuidV7 } from "../../identity/schema.ts";

export const PartnerId = uuidV7.brand("PartnerId").meta({
  id: "PartnerId",
  description: "Names one partner.",
});
export type PartnerId = z.infer<typeof PartnerId>;

export const ImportId = uuidV7.brand("ImportId").meta({
  id: "ImportId",
  description: "Names one import: all of its rows are undone together.",
});
export type ImportId = z.infer<typeof ImportId>;

export const BulkId = uuidV7.brand("BulkId").meta({
  id: "BulkId",
  description: "Names one change of many partners: all of them are undone together.",
});
export type BulkId = z.infer<typeof BulkId>;

export const MergeId = uuidV7.brand("MergeId").meta({
  id: "MergeId",
  description: "Names one merge, so that it can be undone.",
});
export type MergeId = z.infer<typeof MergeId>;
