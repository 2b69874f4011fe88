import * as Clock from "effect/Clock";
import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { hexOf, randomBytes } from "../platform/webCrypto.ts";

/** Where new ids come from, when the caller does not bring one. */
export class IdSource extends Context.Service<
  IdSource,
  {
    /** A UUIDv7 (RFC 9562): ids made later sort after ids made earlier. */
    readonly next: Effect.Effect<string>;
  }
>()("@comity/domain/identity/IdSource") {
  /** Time from the `Clock`, the rest from the platform's secure random source. */
  static readonly layer = Layer.sync(IdSource, () => {
    let latestMs = 0;
    let counter = 0;
    return IdSource.of({
      next: Effect.map(Clock.currentTimeMillis, (nowMs) => {
        // Within one millisecond, and when the clock steps back, a counter keeps the order.
        const isLater = nowMs > latestMs;
        latestMs = isLater || counter === 0xfff ? Math.max(nowMs, latestMs + 1) : latestMs;
        counter = isLater ? 0 : (counter + 1) & 0xfff;
        return uuidV7(latestMs, counter);
      }),
    });
  });
}

const uuidV7 = (ms: number, counter: number): string => {
  const time = ms.toString(16).padStart(12, "0");
  const order = counter.toString(16).padStart(3, "0");
  const random = randomBytes(8);
  random[0] = ((random[0] ?? 0) & 0x3f) | 0x80;
  const tail = hexOf(random);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-${tail.slice(0, 4)}-${tail.slice(4)}`;
};
