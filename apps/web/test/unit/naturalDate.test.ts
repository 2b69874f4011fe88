import { describe, expect, it } from "vitest";
import { dateIn } from "../../src/ui/naturalDate.ts";

/** A Tuesday. */
const today = "2026-11-24";

describe("a day in somebody's words", () => {
  it.each([
    ["today", "2026-11-24"],
    ["Yesterday", "2026-11-23"],
    ["tomorrow", "2026-11-25"],
    ["last tuesday", "2026-11-17"],
    ["next friday", "2026-12-04"],
    ["on Friday", "2026-11-27"],
    ["3 march 2026", "2026-03-03"],
    ["the 3rd of March 2026", "2026-03-03"],
    ["March 3, 2026", "2026-03-03"],
    ["3/4/2026", "2026-04-03"],
    ["in two weeks", "2026-12-08"],
    ["three days ago", "2026-11-21"],
    ["a month ago", "2026-10-24"],
    ["2 years ago", "2024-11-24"],
    ["29 feb 2024", "2024-02-29"],
  ])("%s is %s", (text, date) => {
    expect(dateIn(text, { today })).toBe(date);
  });

  it.each([
    "",
    "soon",
    "12 apples",
    "Ana",
    "at five",
    "5pm",
    "30 February 2026",
    "yesterday or friday",
  ])("“%s” is none", (text) => {
    expect(dateIn(text, { today })).toBeUndefined();
  });

  it("takes the one that fits, where a weekday or a month has several", () => {
    expect(dateIn("friday", { today, max: today })).toBe("2026-11-20");
    expect(dateIn("friday", { today, min: today })).toBe("2026-11-27");
    expect(dateIn("24 december", { today, max: today })).toBe("2025-12-24");
    expect(dateIn("24 december", { today, min: today })).toBe("2026-12-24");
    expect(dateIn("3 march", { today, max: today })).toBe("2026-03-03");
    expect(dateIn("3 march", { today, min: today })).toBe("2027-03-03");
  });

  it("says a day outside all the same, so that it can be told why it does not fit", () => {
    expect(dateIn("tomorrow", { today, max: today })).toBe("2026-11-25");
  });

  it("counts from the day here, also where the day before is still on elsewhere", () => {
    expect(dateIn("yesterday", { today: "2026-03-01" })).toBe("2026-02-28");
    expect(dateIn("yesterday", { today: "2026-03-29" })).toBe("2026-03-28");
    expect(dateIn("tomorrow", { today: "2026-12-31" })).toBe("2027-01-01");
  });
});
