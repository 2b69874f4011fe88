/** Pure functions over partners. Only types are imported. */
export * from "./rules/affiliation.ts";
export * from "./rules/changing.ts";
export * from "./rules/circle.ts";
export * from "./rules/folding.ts";
export * from "./rules/identity.ts";
export * from "./rules/importing.ts";
export * from "./rules/likeness.ts";
export * from "./rules/merging.ts";
export * from "./rules/room.ts";
export * from "./rules/spelling.ts";
