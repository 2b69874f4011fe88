import * as Effect from "effect/Effect";
import { ExternalIdTaken } from "./errors.ts";
import type { PartnerStore } from "./PartnerStore.ts";
import { externalKeyOf } from "./rules.ts";
import type { Partner, PartnerId } from "./schema.ts";

/**
 * What another system calls a partner, it calls one partner only. `parts`: others that this one is
 * made of, or is about to give theirs back to.
 */
export const ownExternalIdsOver = (store: PartnerStore["Service"]) =>
  Effect.fnUntraced(function* (partner: Partner, parts: ReadonlyArray<PartnerId> = []) {
    if (partner.externalIds.length === 0) return;
    const known = yield* store.byIdentity(partner.externalIds.map(externalKeyOf));
    const own = new Set([partner.id, ...parts]);
    const owner = known.find((one) => !own.has(one.partner.id));
    if (owner === undefined) return;
    const externalId = partner.externalIds.find((id) => owner.keys.includes(externalKeyOf(id)));
    return yield* new ExternalIdTaken({
      externalId: externalId ?? "",
      partnerId: owner.partner.id,
    });
  });
