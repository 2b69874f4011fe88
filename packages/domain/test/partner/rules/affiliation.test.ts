import { assert, describe, it } from "@effect/vitest";
import {
  mainAffiliationOf,
  partnerChangedBy,
  withMainAffiliation,
} from "@comity/domain/partner/rules";
import { Affiliation, PartnerChange, PartnerDraft } from "@comity/domain/partner/schema";
import { anyChange, anyPartner } from "../../support/drawnPartners.ts";
import { partner } from "../../support/partners.ts";

const at = (given: Partial<Record<keyof Affiliation, unknown>>): Affiliation =>
  Affiliation.parse({ organisation: "", role: "", from: null, to: null, ...given });

const acme = at({ organisation: "Acme", role: "Editor" });
const okafor = at({ organisation: "Okafor", role: "Chair" });
const ended = at({ organisation: "Before Ltd", from: "2019-01-01", to: "2020-01-01" });

describe("the main affiliation", () => {
  it("is the first that has not ended, and nothing where all have", () => {
    assert.deepInclude(mainAffiliationOf([ended, acme, okafor]), acme);
    for (const none of [[], [ended]]) {
      assert.deepInclude(mainAffiliationOf(none), { organisation: "", role: "" });
    }
  });

  it("takes another organisation or role, and leaves the others as they are", () => {
    assert.deepEqual(withMainAffiliation([ended, acme, okafor], { role: "Chair" }), [
      ended,
      { ...acme, role: "Chair" },
      okafor,
    ]);
    assert.deepEqual(withMainAffiliation([acme], { organisation: "Other" }), [
      { ...acme, organisation: "Other" },
    ]);
  });

  it("goes when neither is left, and comes first when it is new", () => {
    assert.deepEqual(withMainAffiliation([acme, okafor], { organisation: "", role: "" }), [okafor]);
    assert.deepEqual(withMainAffiliation([acme], { role: "" }), [{ ...acme, role: "" }]);
    assert.deepEqual(withMainAffiliation([ended], { role: "Chair" }), [
      at({ role: "Chair" }),
      ended,
    ]);
    assert.deepEqual(withMainAffiliation([ended], { organisation: "" }), [ended]);
    assert.deepEqual(withMainAffiliation([ended], {}), [ended]);
  });

  it.prop(
    "is what a partner's organisation and role are",
    [anyPartner, anyChange],
    ([one, said]) => {
      const after = partnerChangedBy(one, said);
      assert.deepInclude(mainAffiliationOf(after.affiliations), {
        organisation: after.organisation,
        role: after.role,
      });
    },
  );
});

describe("an affiliation", () => {
  it("says something, and does not end before it begins", () => {
    const isOne = (given: object): boolean =>
      Affiliation.safeParse({ organisation: "Acme", role: "", from: null, to: null, ...given })
        .success;
    assert.isTrue(isOne({}));
    assert.isFalse(isOne({ organisation: "" }));
    assert.isTrue(isOne({ organisation: "", role: "Editor" }));
    assert.isTrue(isOne({ from: "2020-01-01", to: "2020-01-01" }));
    assert.isFalse(isOne({ from: "2020-01-02", to: "2020-01-01" }));
  });

  it("and its shorthand are not said both", () => {
    for (const schema of [PartnerDraft, PartnerChange]) {
      const said = { name: "Ana", affiliations: [acme] };
      assert.isTrue(schema.safeParse(said).success);
      for (const short of [{ organisation: "Acme" }, { role: "" }]) {
        const { error } = schema.safeParse({ ...said, ...short });
        assert.deepEqual(error?.issues[0]?.path, ["affiliations"]);
      }
    }
  });

  it("is the field that changes, whichever way it is said", () => {
    const before = partner({ affiliations: [acme, okafor] });
    const short = partnerChangedBy(before, { organisation: "New" });
    const long = partnerChangedBy(before, {
      affiliations: [{ ...acme, organisation: "New" }, okafor],
    });
    assert.deepEqual(short, long);
    assert.deepInclude(short, { organisation: "New", role: "Editor" });
    assert.deepInclude(partnerChangedBy(before, { affiliations: [] }), {
      organisation: "",
      role: "",
    });
  });
});
