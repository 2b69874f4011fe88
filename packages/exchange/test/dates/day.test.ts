import { assert, describe, it } from "@effect/vitest";
import type { DateOrder } from "@comity/domain/partner/schema";
import { dayOf, leadingDay, shownOrder } from "../../src/dates/day.ts";
import { readOf, today } from "../support/files.ts";

const read = (cell: string, order?: DateOrder): string | undefined =>
  dayOf(cell, { order, latest: undefined });

describe("the day in a cell", () => {
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
    ["March 12, 2024", "2024-03-12"],
    ["Sept. 3rd 2021", "2021-09-03"],
    ["12. März 2024", "2024-03-12"],
    ["12 Mrz 2024", "2024-03-12"],
    ["1er févr. 2024", undefined],
    ["1 févr. 2024", "2024-02-01"],
    ["12 de marzo de 2024", "2024-03-12"],
    ["2024-03-12", "2024-03-12"],
    ["2024/3/5", "2024-03-05"],
    ["2024-03-12T09:30:00Z", "2024-03-12"],
    ["3/12/2024 9:30 PM", "2024-03-12"],
    ["15.03.2024", "2024-03-15"],
  ])("%s is %s where the month comes first", (cell, day) => {
    assert.strictEqual(read(cell, "month-first"), day);
  });

  it.each([
    "",
    "31 Feb 2024",
    "29 Feb 2023",
    "0 Mar 2024",
    "12 Marketing 2024",
    "12 Mar 202",
    "12 Mar-2024",
    "13/13/2024",
    "15/03/2024",
    "02/30/2024",
    "00/10/2024",
    "03/15/24",
    "2024-02-30",
    "2024-3/5",
    "yesterday",
    "12 Mar 2024 in Bern",
    "__proto__",
  ])("%j is not guessed where the month comes first", (cell) => {
    assert.isUndefined(read(cell, "month-first"));
  });

  it("follows the order where it could be read both ways", () => {
    assert.strictEqual(read("03/04/2024", "day-first"), "2024-04-03");
    assert.strictEqual(read("03/04/2024", "month-first"), "2024-03-04");
    assert.isUndefined(read("03/04/2024", "year-first"));
    assert.isUndefined(read("03/04/2024"));
  });

  it("needs no order where it can be read one way", () => {
    assert.strictEqual(read("25/03/2024"), "2024-03-25");
    assert.strictEqual(read("03-25-2024"), "2024-03-25");
    assert.strictEqual(read("04/04/2024"), "2024-04-04");
    assert.strictEqual(read("03.04.2024"), "2024-04-03");
  });

  it("is not turned round against the order, though it could be read", () => {
    assert.isUndefined(read("03/25/2024", "day-first"));
    assert.isUndefined(read("25/03/2024", "month-first"));
  });

  it("is not after the latest that can be meant", () => {
    assert.strictEqual<string | undefined>(
      dayOf(today, { order: undefined, latest: today }),
      today,
    );
    assert.isUndefined(dayOf("2026-11-26", { order: undefined, latest: today }));
    assert.isUndefined(dayOf("31-Dec-99", { order: undefined, latest: today }));
  });

  it("is left out with a warning when it is not one, and the row is kept", () => {
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

describe("the day at the start of a line", () => {
  it("leaves what stands behind it", () => {
    assert.deepStrictEqual<unknown>(leadingDay("2024-03-12: lunch", undefined), {
      day: "2024-03-12",
      rest: ": lunch",
    });
  });

  it.each(["12 Mar 24 people came", "2024-03-12th", "12/2024 plans", "3/4 of it", "1.2.2024b"])(
    "is not in %j",
    (line) => {
      assert.isUndefined(leadingDay(line, "day-first"));
    },
  );
});

describe("the order that a date shows", () => {
  it.each([
    ["25/03/2024", "day-first"],
    ["03-25-2024", "month-first"],
    ["2024/03/25", "year-first"],
    ["1.2.2024", "day-first"],
    ["03/04/2024", "ambiguous"],
    ["25/25/2024", undefined],
    ["12 Mar 2024", undefined],
    ["hello", undefined],
  ])("of %s is %s", (text, order) => {
    assert.strictEqual(shownOrder(text), order);
  });
});
