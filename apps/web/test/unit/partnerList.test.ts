import { describe, expect, it } from "vitest";
import { changedInWords } from "../../src/features/partner/list/bulkInWords.ts";
import { isLeaving, partsOf } from "../../src/features/partner/list/bulk.ts";
import { emptyInWords } from "../../src/features/partner/list/emptyInWords.ts";
import {
  foundInWords,
  fullCircleInWords,
  silenceInWords,
  viewNameOf,
} from "../../src/features/partner/list/listInWords.ts";
import {
  adding,
  between,
  countOf,
  everybody,
  isSelected,
  nobody,
  removing,
  toggled,
} from "../../src/features/partner/list/selection.ts";
import {
  addressOf,
  changed,
  exportAddress,
  type Shown,
  shownOf,
  sortOf,
  sortsFor,
} from "../../src/features/partner/list/shown.ts";
import { viewsMax, viewsOf } from "../../src/features/partner/list/views.ts";

const read = (query: string): Shown => shownOf(new URLSearchParams(query));

describe("what a list shows, by its address", () => {
  const everything: Shown = {
    search: "ana r",
    tag: "Berlin, Mitte & more",
    circle: "15",
    kind: "person",
    organisation: "Salt & Cedar",
    archived: true,
    sort: "last-contact",
  };

  it("comes back from the address as it went in", () => {
    expect(read(addressOf(everything).split("?")[1] ?? "")).toEqual(everything);
    expect(addressOf({})).toBe("/partners");
  });

  it("spells the same list the same, in whatever order it was said", () => {
    expect(addressOf(read("sort=circle&tag=a"))).toBe(addressOf(read("tag=a&sort=circle")));
    expect(addressOf({ archived: false, search: "" })).toBe("/partners");
  });

  it("leaves out what an address says amiss, and cuts what is too long", () => {
    expect(read("circle=7&kind=dog&sort=luck&archived=yes&tag=%20&do=add")).toEqual({});
    expect(read(`search=${"a".repeat(300)}`).search).toHaveLength(200);
  });

  it("sorts by the best match while something is looked for, and only then", () => {
    expect(sortOf({ search: "ana" })).toBe("best-match");
    expect(sortOf({ search: " " })).toBe("name");
    expect(sortOf({ sort: "best-match" })).toBe("name");
    expect(sortsFor({})).not.toContain("best-match");
    expect(sortsFor({ search: "ana" })).toContain("best-match");
  });

  it("takes a field out, and exports with the filter but without the order", () => {
    expect(changed(everything, { tag: undefined })).not.toHaveProperty("tag");
    expect(exportAddress({ tag: "a b", sort: "name" }, "vcard")).toBe(
      "/v1/exports/partners?format=vcard&tag=a+b",
    );
    expect(exportAddress({}, "csv")).toBe("/v1/exports/partners?format=csv");
  });
});

describe("whom somebody chose", () => {
  it("is these, or all but these", () => {
    const two = adding(nobody, ["a", "b"]);
    expect(countOf(two, 10)).toBe(2);
    expect(isSelected(toggled(two, "a"), "a")).toBe(false);
    const most = removing(everybody, ["a", "b"]);
    expect(countOf(most, 8_000)).toBe(7_998);
    expect(isSelected(most, "a")).toBe(false);
    expect(isSelected(most, "z")).toBe(true);
    expect(countOf(toggled(most, "a"), 8_000)).toBe(7_999);
    expect(countOf(everybody, 0)).toBe(0);
  });

  it("is a range from either end", () => {
    expect(between(["a", "b", "c", "d"], 3, 1)).toEqual(["b", "c", "d"]);
    expect(between(["a", "b", "c", "d"], 1, 1)).toEqual(["b"]);
  });

  it("goes out in parts that lose nobody", () => {
    const list = Array.from({ length: 1_001 }, (_, index) => index);
    const parts = partsOf(list, 500);
    expect(parts.map(({ length }) => length)).toEqual([500, 500, 1]);
    expect(parts.flat()).toEqual(list);
    expect(partsOf([], 500)).toEqual([]);
  });

  it("leaves the list where the change takes them out of it", () => {
    expect(isLeaving({}, { archived: true })).toBe(true);
    expect(isLeaving({ archived: true }, { archived: true })).toBe(false);
    expect(isLeaving({ circle: "5" }, { circle: 15 })).toBe(true);
    expect(isLeaving({ circle: "15" }, { circle: 15 })).toBe(false);
    expect(isLeaving({ circle: "none" }, { circle: null })).toBe(false);
    expect(isLeaving({}, { circle: 15 })).toBe(false);
    expect(isLeaving({ tag: "Berlin" }, { removeTags: ["berlin"] })).toBe(true);
    expect(isLeaving({ tag: "Berlin" }, { addTags: ["Lisbon"] })).toBe(false);
  });
});

describe("views", () => {
  it("are read with care: only what is a view, at most as many as fit", () => {
    const view = { id: "1", name: "Berlin people", address: "/partners?sort=name&tag=Berlin" };
    expect(viewsOf(JSON.stringify([view, { id: 2 }, null, "x"]))).toEqual([
      { ...view, address: "/partners?tag=Berlin&sort=name" },
    ]);
    expect(viewsOf("{")).toEqual([]);
    expect(viewsOf(null)).toEqual([]);
    expect(viewsOf('{"a":1}')).toEqual([]);
    const many = Array.from({ length: 30 }, (_, id) => ({ ...view, id: String(id) }));
    expect(viewsOf(JSON.stringify(many))).toHaveLength(viewsMax);
  });

  it("get a name to begin with", () => {
    expect(viewNameOf({ tag: "Berlin", circle: "5" })).toBe("Berlin, Inner five");
    expect(viewNameOf({ search: "ana " })).toBe("“ana”");
    expect(viewNameOf({ sort: "earned" })).toBe("What is earned");
  });
});

describe("the list in words", () => {
  it.each([
    [0.2, "in touch today"],
    [1.5, "in touch yesterday"],
    [13.9, "silent for 13 days"],
    [14, "silent for 2 weeks"],
    [31, "silent for a month"],
    [95, "silent for 3 months"],
    [366, "silent for a year"],
    [1_000, "silent for 2 years"],
  ])("%d days: %s", (days, words) => {
    expect(silenceInWords(days)).toBe(words);
  });

  it("counts who is found", () => {
    expect(foundInWords(1, false)).toBe("1 partner");
    expect(foundInWords(10_000, false)).toBe("10,000 partners");
    expect(foundInWords(0, true)).toBe("0 found");
  });

  it("says when a circle is fuller than it has room for, and nothing while it is not", () => {
    const inner = { circle: 5, most: 5, cadenceDays: 7 } as const;
    expect(fullCircleInWords({ ...inner, partners: 5 })).toBeUndefined();
    expect(fullCircleInWords({ ...inner, partners: 7 })).toBe("Your inner five are seven.");
    expect(fullCircleInWords({ circle: 15, most: 12, cadenceDays: 30, partners: 13 })).toBe(
      "Your inner fifteen are thirteen, and you keep room for twelve.",
    );
  });

  it("says what became of many, and of one", () => {
    expect(changedInWords(8_000, { addTags: ["Berlin"] })).toBe("8,000 partners now carry Berlin.");
    expect(changedInWords(1, { addTags: ["a", "b"], removeTags: ["c"] })).toBe(
      "1 partner now carries a and b and no longer carries c.",
    );
    expect(changedInWords(2, { removeTags: ["c"] })).toBe("2 partners no longer carry c.");
    expect(changedInWords(1, { archived: true })).toBe("1 partner is archived.");
    expect(changedInWords(3, { circle: 5 })).toBe("3 partners are in the inner five.");
    expect(changedInWords(3, { circle: 50 })).toBe("3 partners are in the fifty.");
    expect(changedInWords(3, { circle: null })).toBe("3 partners are in no circle.");
    expect(changedInWords(3, { cadenceDays: 7 })).toBe("3 partners are due every week.");
  });

  it("says why nobody is there", () => {
    expect(emptyInWords({ search: "zzz" }).title).toBe("Nobody here goes by “zzz”.");
    expect(emptyInWords({ search: "zzz", tag: "a" }).isSearchAlone).toBe(false);
    expect(emptyInWords({ tag: "a" }).title).toBe("Nobody carries the tag “a”.");
    expect(emptyInWords({ archived: true, sort: "added" }).title).toBe("Nobody is archived.");
    expect(emptyInWords({ circle: "none" }).title).toBe("Everybody is in a circle.");
    expect(emptyInWords({ circle: "5", tag: "a" }).title).toBe("Nobody fits all of this.");
  });
});
