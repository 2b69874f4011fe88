import type * as z from "zod";

/** A value as a caller has it, before it is checked: without brands. */
export type Plain<T> = T extends z.core.$brand
  ? T extends string
    ? string
    : number
  : T extends object
    ? { [K in keyof T]: Plain<T[K]> }
    : T;
