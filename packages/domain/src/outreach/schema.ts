/**
 * Messages before they are sent, and the asks in them (MODEL 5.6). Plain zod: nothing here needs
 * Effect. A message is read and forgotten: only the sentences that ask come back.
 */
import * as z from "zod";
import { Coverage } from "../equity/schema.ts";
import { orNull } from "../input/schema.ts";
import { PartnerId } from "../partner/schema.ts";
import { someText } from "../text/schema.ts";

export const messageCharactersMax = 20_000;
export const sentenceCharactersMax = 600;
export const foundAsksMax = 10;

export const MessageDraft = z
  .strictObject({ partnerId: PartnerId, text: someText(messageCharactersMax) })
  .meta({ id: "MessageDraft", description: "A message to a partner, before you send it." });
export type MessageDraft = z.infer<typeof MessageDraft>;

export const FoundAsk = z
  .strictObject({
    start: z.int().min(0).meta({ description: "Where the sentence starts, in UTF-16 units." }),
    end: z.int().min(1).meta({ description: "Where it ends; the unit there is not part of it." }),
    text: z.string().min(1).max(sentenceCharactersMax),
    cost: z.number().positive().meta({ description: "How much it looks to take, in ep." }),
    kindId: orNull(z.string().max(40)).meta({ description: "The kind of ask that it looks like." }),
    certainty: z
      .enum(["clear", "likely"])
      .meta({ description: "clear: it asks outright. likely: it may only sound like it." }),
  })
  .meta({ id: "FoundAsk", description: "A sentence of a message that asks for something." });
export type FoundAsk = z.infer<typeof FoundAsk>;

export const MessageReading = z
  .strictObject({
    language: z.enum(["en", "other"]).meta({ description: "Other languages are not checked." }),
    asks: z.array(FoundAsk).max(foundAsksMax),
  })
  .meta({
    id: "MessageReading",
    description: "What a message asks for, in the order of the text.",
  });
export type MessageReading = z.infer<typeof MessageReading>;

export const MessageVerdict = z
  .strictObject({
    ...MessageReading.shape,
    cost: z.number().min(0).meta({ description: "What all of it looks to take, in ep." }),
    coverage: orNull(Coverage).meta({
      description: "Whether that is earned. Null: it asks for nothing, or was not read.",
    }),
  })
  .meta({
    id: "MessageVerdict",
    description: "What a message asks for, and whether that is earned. The message is not kept.",
  });
export type MessageVerdict = z.infer<typeof MessageVerdict>;
