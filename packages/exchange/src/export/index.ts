export { partnersCsv } from "./partnersCsv.ts";
export { partnersVcard } from "./partnersVcard.ts";
