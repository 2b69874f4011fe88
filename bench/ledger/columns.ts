/** A million entries of ten thousand accounts over a thousand days: the same ones in every run. */
import { dayMs, type LedgerColumns } from "@comity/domain/equity/rules";
import { seeded } from "../seeded.ts";

export const entries = 1_000_000;
export const accounts = 10_000;
const spanDays = 1_000;
export const asOfMs = spanDays * dayMs;

export const columns = (): LedgerColumns => {
  const random = seeded(20_261_125);
  const account = new Uint32Array(entries);
  const atMs = new Float64Array(entries);
  const amount = new Float64Array(entries);
  for (let entry = 0; entry < entries; entry++) {
    account[entry] = Math.floor(random() * accounts);
    atMs[entry] = Math.floor((asOfMs * entry) / entries);
    amount[entry] = random() < 0.8 ? 1 + random() * 26 : -(1 + random() * 17);
  }
  return { account, atMs, amount };
};
