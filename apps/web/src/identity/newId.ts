import { nowMs } from "../ui/clock.ts";

const counterMax = 0xfff;

let latestMs = 0;
let counter = 0;

/**
 * A new id (UUIDv7, RFC 9562): ids made later sort after ids made earlier. Minted in the page, so
 * that a double click or a retry writes one thing once.
 */
export const newId = (): string => {
  const ms = nowMs();
  // Within one millisecond, and when the clock steps back, a counter keeps the order.
  if (ms > latestMs) {
    latestMs = ms;
    counter = 0;
  } else if (counter === counterMax) {
    latestMs += 1;
    counter = 0;
  } else {
    counter += 1;
  }
  return uuidV7(latestMs, counter, crypto.getRandomValues(new Uint8Array(8)));
};

export const uuidV7 = (ms: number, order: number, random: Uint8Array): string => {
  const time = ms.toString(16).padStart(12, "0");
  const variant = ((random[0] ?? 0) & 0x3f) | 0x80;
  const tail = [variant, ...random.subarray(1, 8)]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
  const sequence = order.toString(16).padStart(3, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence}-${tail.slice(0, 4)}-${tail.slice(4)}`;
};
