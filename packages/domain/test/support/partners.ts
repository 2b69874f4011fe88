import * as Effect from "effect/Effect";
import { type ImportFile, PartnerImports, partnerOf, Partners } from "@comity/domain/partner";
import { withReadings } from "@comity/domain/partner/rules";
import { ImportedPartner, ImportId, type Partner } from "@comity/domain/partner/schema";
import { Instant } from "@comity/domain/time/schema";
import { ana } from "./sample.ts";

const madeAt = Instant.parse("2026-03-02T09:00:00.000Z");

export const anasLink = "https://www.linkedin.com/in/ana-lima";

export const partner = ({
  organisation = "Acme",
  role = "Editor",
  ...given
}: Partial<Partner> = {}): Partner =>
  withReadings({
    ...partnerOf({ id: ana, name: "Ana Lima", organisation, role }, madeAt),
    ...given,
  });

export const row = (given: Partial<Record<keyof ImportedPartner, unknown>> = {}): ImportedPartner =>
  ImportedPartner.parse({ row: 1, name: "Ana Lima", organisation: "Acme", ...given });

export const importId = (number: number): ImportId =>
  ImportId.parse(`01890a5d-ac96-7000-9000-${number.toString(16).padStart(12, "0")}`);

export const file = (
  rows: ReadonlyArray<ImportedPartner>,
  given: Partial<ImportFile> = {},
): ImportFile => ({
  source: "linkedin",
  rows: rows.map((one, index) => Object.assign({}, one, { row: index + 2 })),
  skipped: 0,
  ...given,
});

export const everyone = Effect.gen(function* () {
  const partners = yield* Partners;
  return (yield* partners.page({
    limit: 1000,
    cursor: null,
    filter: { search: "" },
    order: "name",
  })).data;
});

export const imported = (rows: ReadonlyArray<ImportedPartner>, given: Partial<ImportFile> = {}) =>
  PartnerImports.use(({ commit }) => commit(file(rows, given)));
