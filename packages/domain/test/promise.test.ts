import { assert, describe, it } from "@effect/vitest";
import { openWorkspace } from "@comity/domain/promise";
import { ZodError } from "zod";

const ana = "01890a5d-ac96-774b-bcce-b302099a8057";

/** A workspace in which Ana is known. */
const opened = async () => {
  const workspace = openWorkspace();
  await workspace.addPartner({ id: ana, name: "Ana Lima" });
  return workspace;
};

const gift = { from: "me", to: ana, benefit: "M", cost: "S", evidence: "observed" } as const;
const ask = { partnerId: ana, what: "Introduce me to Cleo", cost: "M" } as const;

const refusalOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => assert.fail("this should have been refused"),
    (error: unknown) => error,
  );

describe("openWorkspace", () => {
  it("serves what was before, wrongs, confirmed values, plans, readings and moves", async () => {
    await using workspace = await opened();
    const said = { partnerId: ana, closeness: "close", given: "none", received: "none" } as const;
    assert.deepEqual((await workspace.open(said)).posting, { mine: 9, theirs: 9 });
    const wrong = await workspace.recordBreach({ from: "me", to: ana, kindId: "silence" });
    await workspace.reverse(wrong.id);
    const guess = await workspace.record({ from: "me", to: ana, kindId: "introduction" });
    const stated = await workspace.confirm(guess.id, { benefit: "M" });
    assert.deepInclude(stated, { benefit: 9, evidence: "stated", corrects: guess.id });
    const plan = await workspace.project({ partnerId: ana, cost: "M", gift: "L" });
    assert.notStrictEqual(plan.earnedFrom, null);
    const text = "Could you introduce me to your editor?";
    const message = await workspace.checkMessage({ partnerId: ana, text });
    assert.strictEqual(message.cost, 9);
    assert.strictEqual((await workspace.relationship(ana)).rhythm.contacts, 1);
    assert.isArray((await workspace.moves(36)).moves);
    const contact = await workspace.recordContact({ partnerId: ana, means: "called" });
    assert.strictEqual(contact.by, "both");
    assert.strictEqual((await workspace.relationship(ana)).rhythm.contacts, 2);
    assert.strictEqual((await workspace.today(36)).partners, 1);
    const unfit = await refusalOf(workspace.open({ ...said, closeness: "near" as "close" }));
    assert.instanceOf(unfit, ZodError);
  });

  it("serves callers who do not use Effect, from the first gift to a yes", async () => {
    await using workspace = await opened();
    const refused = await refusalOf(workspace.ask(ask));
    assert.instanceOf(refused, Error);
    assert.propertyVal(refused, "_tag", "AskNotCovered");
    assert.include(refused.message, "Give 18 ep more");
    for (const _ of [1, 2]) await workspace.record(gift);
    assert.strictEqual((await workspace.coverage({ partnerId: ana, cost: "M" })).verdict, "earned");
    const { id, state } = await workspace.ask(ask);
    assert.strictEqual(state, "open");
    assert.strictEqual((await workspace.statement(ana)).reserved, 18);
    assert.strictEqual((await workspace.grant(id, { benefit: "XL" })).state, "granted");
    const { equity, reserved } = await workspace.statement(ana);
    assert.closeTo(equity, 0, 0.001);
    assert.strictEqual(reserved, 0);
  });

  it("reverses, declines, withdraws, and reads the past", async () => {
    await using workspace = await opened();
    const first = await workspace.record({ ...gift, benefit: "XL" });
    const second = await workspace.record(gift);
    const { posting } = await workspace.reverse(second.id, { note: "It was Ben" });
    assert.deepEqual(posting, { mine: -9, theirs: 0 });
    const declined = await workspace.decline((await workspace.ask(ask)).id);
    const withdrawn = await workspace.withdraw((await workspace.ask(ask)).id);
    assert.deepEqual([declined.state, withdrawn.state], ["declined", "withdrawn"]);
    assert.strictEqual((await workspace.statement(ana, "2000-01-01T00:00:00Z")).equity, 0);
    assert.deepInclude(await refusalOf(workspace.reverse(second.id)), { _tag: "EntryConflict" });
    assert.strictEqual((await workspace.reverse(first.id)).note, "");
  });

  it("rejects input that does not fit, before anything happens", async () => {
    await using workspace = await opened();
    const misfits: ReadonlyArray<() => Promise<unknown>> = [
      () => workspace.addPartner({ name: "" }),
      () => workspace.record({ ...gift, benefit: 0 }),
      () => workspace.ask({ ...ask, cost: "huge" } as never),
      () => workspace.coverage({ ...ask } as never),
      () => workspace.grant("no id"),
      () => workspace.decline("no id"),
      () => workspace.withdraw("no id"),
      () => workspace.reverse("no id"),
      () => workspace.statement("no id"),
      () => workspace.statement(ana, "soon"),
    ];
    for (const misfit of misfits) assert.instanceOf(await refusalOf(misfit()), ZodError);
    assert.strictEqual((await workspace.statement(ana)).gifts, 0);
  });

  it("keeps workspaces apart", async () => {
    await using one = await opened();
    await using other = await opened();
    await one.record(gift);
    assert.strictEqual((await other.statement(ana)).gifts, 0);
  });
});
