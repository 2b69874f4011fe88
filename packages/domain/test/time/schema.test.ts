import { assert, describe, it } from "@effect/vitest";
import { dayOf, instantOf, msOf, whenMs } from "@comity/domain/time";
import { Instant, PlainDate, TimeZone, When } from "@comity/domain/time/schema";
import * as z from "zod";
import { arbitraryOf } from "../support/arbitrary.ts";

describe("Instant", () => {
  it("is a moment in UTC", () => {
    for (const good of [
      "2026-11-25T09:00:00Z",
      "2026-11-25T09:00:00.000Z",
      "2024-02-29T23:59:59.999Z",
    ]) {
      assert.isTrue(Instant.safeParse(good).success, good);
    }
    for (const bad of [
      "2026-11-25",
      "2026-11-25T09:00:00",
      "2026-11-25T09:00:00+01:00",
      "2026-11-25 09:00:00Z",
      "2026-11-25T24:00:00Z",
      "2026-11-25T09:00:60Z",
      "2025-02-29T09:00:00Z",
      "2026-11-25T09:00:00Z\n",
      1_795_597_200_000,
      null,
    ]) {
      assert.isFalse(Instant.safeParse(bad).success, String(bad));
    }
  });

  it.prop(
    "is the same moment as its milliseconds",
    [arbitraryOf(z.int().min(-62_135_596_800_000).max(253_402_300_799_999))],
    ([ms]) => {
      assert.strictEqual(msOf(Instant.parse(instantOf(ms))), ms);
    },
  );

  it("sorts as text, as it does in time", () => {
    const moments = [0, 1, 999, 1000, 1_795_597_200_000].map((ms) => instantOf(ms));
    assert.deepEqual(moments.toSorted(), moments);
  });
});

describe("PlainDate", () => {
  it("is a day of the calendar", () => {
    for (const good of ["2026-11-25", "2024-02-29"]) {
      assert.isTrue(PlainDate.safeParse(good).success, good);
    }
    for (const bad of ["2025-02-29", "2026-13-01", "2026-11-31", "26-11-25", "2026-11-25T"]) {
      assert.isFalse(PlainDate.safeParse(bad).success, bad);
    }
  });

  it.prop(
    "holds its own noon, wherever",
    [
      arbitraryOf(z.int().min(-2_000_000_000_000).max(4_000_000_000_000)),
      arbitraryOf(
        z.enum([
          "UTC",
          "Europe/Zurich",
          "America/St_Johns",
          "Australia/Lord_Howe",
          "Pacific/Kiritimati",
          "Pacific/Pago_Pago",
        ]),
      ),
    ],
    ([ms, name]) => {
      const timeZone = TimeZone.parse(name);
      const day = dayOf(ms, timeZone);
      const noon = whenMs(PlainDate.parse(day), timeZone);
      assert.strictEqual(dayOf(noon, timeZone), day);
      const wall = new Intl.DateTimeFormat("en-GB", {
        timeZone: name,
        timeStyle: "medium",
      }).format(noon);
      assert.strictEqual(wall, "12:00:00");
    },
  );
});

describe("When", () => {
  it("is a moment or a day", () => {
    for (const good of ["2026-11-25", "2026-11-25T09:00:00Z"]) {
      assert.isTrue(When.safeParse(good).success);
    }
    for (const bad of ["now", "", "2026", 0]) assert.isFalse(When.safeParse(bad).success);
  });
});

describe("TimeZone", () => {
  it("has room for 64 characters of the alphabet of zones, and not one more", () => {
    for (const good of ["UTC", "Etc/GMT+12", "America/Argentina/Buenos_Aires", "a".repeat(64)]) {
      assert.isTrue(TimeZone.safeParse(good).success, good);
    }
    for (const bad of ["", "a".repeat(65), "Europe/Zürich", "a b", "../etc"]) {
      assert.isFalse(TimeZone.safeParse(bad).success, bad);
    }
  });
});
