import { assert, describe, it } from "@effect/vitest";
import { connectedOn } from "../../src/linkedin/connectedOn.ts";
import { readOf } from "./fixtures.ts";

describe("the day of a connection", () => {
  it.each([
    ["12 Mar 2024", "2024-03-12"],
    ["02 sep 2011", "2011-09-02"],
    ["1 JAN 2003", "2003-01-01"],
    ["29 Feb 2024", "2024-02-29"],
    ["7-Feb-22", "2022-02-07"],
    ["31-Dec-99", "2099-12-31"],
    ["1-Jan-00", "2000-01-01"],
    ["03/15/2024", "2024-03-15"],
    ["3/5/2024", "2024-03-05"],
    ["12/31/2024", "2024-12-31"],
  ])("%s is %s", (cell, day) => {
    assert.strictEqual<string | undefined>(connectedOn(cell), day);
  });

  it.each([
    "",
    "31 Feb 2024",
    "29 Feb 2023",
    "0 Mar 2024",
    "12 Mrz 2024",
    "12 Mar 202",
    "12 Mar-2024",
    "13/13/2024",
    "15/03/2024",
    "02/30/2024",
    "00/10/2024",
    "03/15/24",
    "yesterday",
    "12 Mar 2024 09:00",
    "__proto__",
  ])("%j is not guessed", (cell) => {
    assert.isUndefined(connectedOn(cell));
  });

  it("is left out with a warning, and the row is kept", () => {
    const { rows, skipped } = readOf("First Name,Connected On\nAda,15/03/2024\nBo,\nCy,7-Feb-22");
    assert.isEmpty(skipped);
    assert.deepStrictEqual<unknown>(
      rows.map(({ partner }) => partner.knownSince),
      [undefined, undefined, "2022-02-07"],
    );
    assert.notProperty(rows[0]?.partner, "knownSince");
    assert.deepStrictEqual(
      rows.map(({ warnings }) => warnings.length),
      [1, 0, 0],
    );
    assert.match(rows[0]?.warnings.join() ?? "", /month first/);
  });
});
