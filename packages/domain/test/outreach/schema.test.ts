import { assert, describe, it } from "@effect/vitest";
import {
  FoundAsk,
  foundAsksMax,
  messageCharactersMax,
  MessageDraft,
  MessageReading,
} from "@comity/domain/outreach/schema";
import { textsOf, unstorableTexts } from "../support/limits.ts";
import { ana } from "../support/sample.ts";

const isDraft = (text: unknown, partnerId: unknown = ana): boolean =>
  MessageDraft.safeParse({ partnerId, text }).success;

const found = {
  start: 0,
  end: 9,
  text: "Call me!",
  cost: 3,
  kindId: null,
  certainty: "clear",
};

describe("MessageDraft", () => {
  it("takes a text up to the limit, and not one character past it", () => {
    for (const text of textsOf(messageCharactersMax)) assert.isTrue(isDraft(text));
    for (const text of textsOf(messageCharactersMax + 1)) assert.isFalse(isDraft(text));
  });

  it("refuses nothing, and what cannot be shown", () => {
    assert.isFalse(isDraft(""));
    assert.isFalse(isDraft("  "));
    for (const text of unstorableTexts) assert.isFalse(isDraft(text));
    assert.isFalse(isDraft("Hello", "ana"));
  });
});

describe("MessageReading", () => {
  it("holds ten asks at most", () => {
    const reading = (count: number) => ({
      language: "en",
      asks: Array.from({ length: count }, () => found),
    });
    assert.isTrue(MessageReading.safeParse(reading(foundAsksMax)).success);
    assert.isFalse(MessageReading.safeParse(reading(foundAsksMax + 1)).success);
  });

  it("knows no ask that takes nothing", () => {
    assert.isTrue(FoundAsk.safeParse(found).success);
    assert.isFalse(FoundAsk.safeParse({ ...found, cost: 0 }).success);
    assert.isFalse(FoundAsk.safeParse({ ...found, said: "to Ana" }).success);
  });
});
