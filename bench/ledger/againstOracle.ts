/** L6: every balance of a million random entries, against sums to a hundred digits. */
import { balancesOf, type DatedAmount, partnerPreset } from "@comity/domain/equity/rules";
import { oracleOf } from "../../packages/domain/test/support/oracle.ts";
import type { Figure } from "../rounds.ts";
import { accounts, asOfMs, columns } from "./columns.ts";

const worst = 1e-9;

export const againstOracle = async (): Promise<Figure> => {
  const ledger = columns();
  const got = balancesOf(ledger, accounts, asOfMs, partnerPreset);
  const amounts = Array.from({ length: accounts }, (): Array<DatedAmount> => []);
  for (let entry = 0; entry < ledger.account.length; entry++) {
    amounts[ledger.account[entry] as number]?.push({
      atMs: ledger.atMs[entry] as number,
      amount: ledger.amount[entry] as number,
    });
  }
  let largest = 0;
  for (const [account, own] of amounts.entries()) {
    const exact = oracleOf(own, asOfMs, partnerPreset);
    // What was given and taken again leaves a small rest, so rounding is measured by what went through.
    const differences = [
      Math.abs((got.principal[account] as number) - exact.principal) / exact.gross,
      Math.abs((got.interest[account] as number) - exact.interest) / exact.gross,
    ];
    largest = Math.max(largest, ...differences);
  }
  return {
    id: "L6",
    path: "balances of 1e6 random entries, against sums to a hundred digits",
    goal: `<= ${worst}`,
    measured: largest.toExponential(1),
    isMet: largest <= worst,
  };
};
