/**
 * Reading a message before it is sent (MODEL 5.6): only what it asks for. Plain functions over one
 * text: nothing is kept, and nothing but the sentences that ask comes back.
 */
export * from "./rules/asks.ts";
