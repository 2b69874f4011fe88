import type { TransferDraft, AskDraft } from "@comity/domain/equity/schema";
import type { PartnerDraft } from "@comity/domain/partner/schema";
import { describe, expectTypeOf, it } from "vitest";
import type { Plain } from "@comity/domain/input/plain";

describe("Plain", () => {
  it("lets a caller hand over text and numbers as they are", () => {
    expectTypeOf<{ name: string; knownSince: string }>().toExtend<Plain<PartnerDraft>>();
    expectTypeOf<{ from: "me"; to: string; benefit: "M"; cost: number }>().toExtend<
      Plain<TransferDraft>
    >();
    expectTypeOf<{ partnerId: string; what: string; cost: "HUGE" }>().not.toExtend<
      Plain<AskDraft>
    >();
  });
});
