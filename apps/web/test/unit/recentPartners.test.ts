import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  forgetOpened,
  noteOpened,
  recentPartners,
  recentPartnersMax,
} from "../../src/features/palette/recentPartners.ts";

const kept = new Map<string, string>();

describe("whose pages were opened lately", () => {
  beforeEach(() => {
    kept.clear();
    vi.stubGlobal("localStorage", {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    });
    return () => vi.unstubAllGlobals();
  });

  it("are kept with the latest first, each once, and no more than fit", () => {
    for (let number = 1; number <= recentPartnersMax + 2; number++) noteOpened(String(number));
    noteOpened("5");
    expect(recentPartners()).toEqual(["5", "10", "9", "8", "7", "6", "4", "3"]);
  });

  it("are forgotten one by one", () => {
    noteOpened("1");
    noteOpened("2");
    forgetOpened("2");
    forgetOpened("3");
    expect(recentPartners()).toEqual(["1"]);
  });

  it.each(["", "{", "3", '{"a":1}', "[1]"])("are nobody where %s was kept", (text) => {
    kept.set("comity.partners.recent", text);
    expect(recentPartners()).toEqual([]);
  });
});
