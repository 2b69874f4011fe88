/** What stands under /sample: part of the suite of `http.test.ts`. */
import type { Partner } from "@comity/domain/partner/schema";
import type { Today } from "@comity/domain/today/schema";
import { describe, expect, it } from "vitest";
import type { Api } from "./relationships.ts";

interface Counted {
  readonly count: number;
}

export const aboutTheSample = ({ send, expectProblem }: Api): void => {
  describe("the sample", () => {
    it("is a workspace of its own, with people in it", async () => {
      const { status, body } = await send<{ data: ReadonlyArray<Partner> }>(
        "GET",
        "/sample/v1/partners?limit=5",
      );
      expect([status, body.data.length]).toEqual([200, 5]);
      const day = await send<Today>("GET", "/sample/v1/today");
      expect(day.body.cards.length).toBeGreaterThan(5);
    });

    it("leads on within the sample, and takes nothing to the workspace beside it", async () => {
      const before = (await send<Counted>("GET", "/v1/partners/count")).body.count;
      const added = await send<Partner>("POST", "/sample/v1/partners", { name: "Only Here" });
      const { id } = added.body;
      expect([added.status, added.headers.get("location")]).toEqual([
        201,
        `/sample/v1/partners/${id}`,
      ]);
      const followed = await send<Partner>("GET", added.headers.get("location") ?? "");
      expect(followed.body.name).toBe("Only Here");
      expectProblem(await send("GET", `/v1/partners/${id}`), 404, "not-found");
      expect((await send<Counted>("GET", "/v1/partners/count")).body.count).toBe(before);
    });

    it("takes nothing from the workspace beside it", async () => {
      const mine = await send<Partner>("POST", "/v1/partners", { name: "Only There" });
      expect(mine.headers.get("location")).toBe(`/v1/partners/${mine.body.id}`);
      expectProblem(await send("GET", `/sample/v1/partners/${mine.body.id}`), 404, "not-found");
    });
  });
};
