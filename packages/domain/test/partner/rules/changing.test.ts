import { assert, describe, it } from "@effect/vitest";
import {
  changedFieldsOf,
  circleCadenceDays,
  circleRoom,
  circles,
  cadenceDaysOf,
  distinctTags,
  listMax,
  notesMax,
  partnerBulkChangedBy,
  partnerChangedBy,
  partnerReverted,
} from "@comity/domain/partner/rules";
import {
  affiliationsMax,
  BulkChange,
  type BulkChange as Bulk,
  emailsMax,
  externalIdsMax,
  goalsMax,
  linksMax,
  notesCharactersMax,
  offersMax,
  phonesMax,
  tagsMax,
} from "@comity/domain/partner/schema";
import { Instant } from "@comity/domain/time/schema";
import { anyBulkChange, anyChange, anyPartner } from "../../support/drawnPartners.ts";
import { partner } from "../../support/partners.ts";

const at = Instant.parse("2026-03-03T09:00:00.000Z");

describe("a change taken back", () => {
  it.prop("is as before, when nothing else changed", [anyPartner, anyChange], ([before, said]) => {
    const after = partnerChangedBy(before, said);
    assert.deepEqual(partnerReverted(after, before, after), before);
  });

  it.prop("of many partners too", [anyPartner, anyBulkChange], ([before, said]) => {
    const after = partnerBulkChangedBy(before, said, at);
    assert.deepEqual(partnerReverted(after, before, after), before);
  });

  it.prop(
    "leaves what was edited since, and takes nothing back twice",
    [anyPartner, anyChange, anyChange],
    ([before, said, later]) => {
      const after = partnerChangedBy(before, said);
      const current = partnerChangedBy(after, later);
      const reverted = partnerReverted(current, before, after);
      for (const field of changedFieldsOf(after, current)) {
        if (!Array.isArray(current[field])) assert.deepEqual(reverted[field], current[field]);
      }
      assert.deepEqual(partnerReverted(reverted, before, after), reverted);
    },
  );

  it("takes out of a list what it brought, and brings back what it took", () => {
    const before = partner({ tags: ["board", "old"], emails: [] });
    const after = partner({ tags: ["board", "press"], emails: ["a@b.cd"] });
    const current = partner({ tags: ["press", "own"], emails: ["a@b.cd", "own@b.cd"] });
    assert.deepInclude(partnerReverted(current, before, after), {
      tags: ["own", "old"],
      emails: ["own@b.cd"],
    });
  });
});

describe("tags", () => {
  it("stand once, in the spelling that came first", () => {
    assert.deepEqual(distinctTags(["Press", "press", "PRESS  ", "c", "c++", "é", "e"]), [
      "Press",
      "c",
      "c++",
      "é",
      "e",
    ]);
    assert.deepEqual(partnerChangedBy(partner(), { tags: ["a", "A"] }).tags, ["a"]);
  });
});

describe("a change of many", () => {
  const changed = (said: Bulk) =>
    partnerBulkChangedBy(partner({ tags: ["Press"], circle: 50, cadenceDays: 9 }), said, at);

  it("adds and takes tags, whatever their capitals", () => {
    assert.deepEqual(changed({ addTags: ["PRESS", "new"] }).tags, ["Press", "new"]);
    assert.deepEqual(changed({ removeTags: ["press"] }).tags, []);
    assert.deepEqual(changed({ addTags: ["a"], removeTags: ["A"] }).tags, ["Press"]);
  });

  it("sets and clears, and leaves what is not said", () => {
    assert.deepInclude(changed({ circle: 5 }), { circle: 5, cadenceDays: 9, archivedAt: null });
    assert.deepInclude(changed({ circle: null }), { circle: null, cadenceDays: 9 });
    assert.deepInclude(changed({ cadenceDays: null }), { circle: 50, cadenceDays: null });
    assert.deepInclude(changed({ archived: true }), { archivedAt: at });
    const put = changed({ archived: true });
    const later = Instant.parse("2026-04-01T09:00:00.000Z");
    assert.strictEqual(partnerBulkChangedBy(put, { archived: true }, later).archivedAt, at);
    assert.isNull(partnerBulkChangedBy(put, { archived: false }, later).archivedAt);
  });

  it("says something to change", () => {
    assert.isFalse(BulkChange.safeParse({}).success);
    for (const said of [{ circle: null }, { archived: false }, { addTags: [] }]) {
      assert.isTrue(BulkChange.safeParse(said).success, JSON.stringify(said));
    }
  });
});

describe("circles", () => {
  it("have a rhythm, which a partner's own goes before", () => {
    assert.deepEqual(
      circles.map((circle) => circleCadenceDays[circle]),
      [7, 30, 182, 365],
    );
    assert.strictEqual(cadenceDaysOf({ circle: 15, cadenceDays: 3 }, 90), 3);
    assert.strictEqual(cadenceDaysOf({ circle: 15, cadenceDays: null }, 90), 30);
    assert.strictEqual(cadenceDaysOf({ circle: null, cadenceDays: null }, 90), 90);
  });

  it("have room for as many as they are called, and the active one for as many as the policy says", () => {
    const roomOf = (most: number) => circles.map((circle) => circleRoom(circle, most));
    assert.deepEqual(roomOf(15), [5, 15, 50, 150]);
    assert.deepEqual(roomOf(4), [4, 4, 50, 150]);
    assert.deepEqual(roomOf(60), [5, 60, 60, 150]);
  });
});

describe("the room for a partner", () => {
  it("is in the rules what it is in the schema", () => {
    assert.deepEqual<object>(listMax, {
      affiliations: affiliationsMax,
      emails: emailsMax,
      phones: phonesMax,
      links: linksMax,
      tags: tagsMax,
      goals: goalsMax,
      offers: offersMax,
      externalIds: externalIdsMax,
    });
    assert.strictEqual(notesMax, notesCharactersMax);
  });
});
