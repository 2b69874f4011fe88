import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { newId, uuidV7 } from "../../src/identity/newId.ts";

describe("newId", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it("mints ids that the schema takes, each of them once", () => {
    const ids = Array.from({ length: 10_000 }, newId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(z.uuidv7().safeParse(ids[0]).success).toBe(true);
    expect(z.uuidv7().safeParse(ids.at(-1)).success).toBe(true);
  });

  it("mints ids that sort in the order in which they were made", () => {
    const ids = Array.from({ length: 10_000 }, newId);
    expect(ids.toSorted()).toEqual(ids);
  });

  it("keeps the order within one millisecond, and when the clock steps back", () => {
    vi.useFakeTimers({ now: 2_000_000_000_000 });
    const ids = Array.from({ length: 10_000 }, newId);
    vi.setSystemTime(1_999_999_999_000);
    ids.push(newId());
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.toSorted()).toEqual(ids);
  });

  it("writes time, version and variant where RFC 9562 wants them", () => {
    const random = new Uint8Array(8).fill(0xff);
    expect(uuidV7(0x0123456789ab, 0xabc, random)).toBe("01234567-89ab-7abc-bfff-ffffffffffff");
  });
});
