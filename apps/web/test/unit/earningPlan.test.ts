import { mayAsk, partnerPreset, smallestGifts } from "@comity/domain/equity/rules";
import { describe, expect, it } from "vitest";
import { giftsToShow, planWithout } from "../../src/features/equity/asking/earningPlan.ts";

const judge = (equity: number, cost: number) =>
  mayAsk(
    {
      equity,
      reserved: 0,
      cost,
      offer: 0,
      trust: 0.5,
      evidence: "estimated",
      gifts: 3,
      firstAsk: false,
    },
    partnerPreset,
  );

describe("the gifts that would earn an ask", () => {
  it("become fewer as they are given, until the ask is earned", () => {
    const before = judge(0, 9);
    const [first] = before.gifts;
    if (first === undefined) throw new Error("There is a gift to give.");
    const plan = planWithout(before.gifts, first, before);
    const after = judge(first.benefit, 9);
    expect(giftsToShow(plan, after, partnerPreset)).toEqual(before.gifts.slice(1));
    expect(giftsToShow(plan, judge(18, 9), partnerPreset)).toEqual([]);
  });

  it("are proposed anew when another size is asked, or a gift was taken back", () => {
    const before = judge(0, 9);
    const [first] = before.gifts;
    if (first === undefined) throw new Error("There is a gift to give.");
    const plan = planWithout(before.gifts, first, before);
    expect(giftsToShow(plan, judge(0, 27), partnerPreset)).toEqual(smallestGifts(54, 1));
    expect(giftsToShow({ ...plan, gifts: [] }, before, partnerPreset)).toEqual(before.gifts);
  });
});
