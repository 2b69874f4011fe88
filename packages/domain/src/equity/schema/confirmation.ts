/** Confirmed value: a private link lets a partner say, once and without an account, what a gift meant. */
import * as z from "zod";
import { orNull } from "../../input/schema.ts";
import { someText } from "../../text/schema.ts";
import { Instant } from "../../time/schema.ts";
import { Cost } from "./amount.ts";
import { whatCharactersMax } from "./ask.ts";
import { EntryId } from "./ids.ts";

export const confirmationDays = 30;

export const ConfirmationToken = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/, { error: "This is not the whole link." })
  .brand("ConfirmationToken")
  .meta({
    id: "ConfirmationToken",
    description: "The secret of a link. It is not kept, only its hash.",
  });
export type ConfirmationToken = z.infer<typeof ConfirmationToken>;

export const ConfirmationDraft = z
  .strictObject({
    what: someText(whatCharactersMax).meta({
      description: "What the partner will read. Nothing else is shown to them.",
    }),
  })
  .meta({ id: "ConfirmationDraft", description: "The one line that a partner is shown." });
export type ConfirmationDraft = z.infer<typeof ConfirmationDraft>;

export const ConfirmationLink = z
  .strictObject({
    entryId: EntryId,
    token: ConfirmationToken,
    path: z.string().meta({ description: "Where the partner answers. Shown once." }),
    expiresAt: Instant,
  })
  .meta({ id: "ConfirmationLink", description: "A private link that can be answered once." });
export type ConfirmationLink = z.infer<typeof ConfirmationLink>;

export const ConfirmationState = z.enum(["open", "answered", "expired"]).meta({
  id: "ConfirmationState",
  description: "Only an open link can be answered.",
});
export type ConfirmationState = z.infer<typeof ConfirmationState>;

export const ConfirmationPage = z
  .strictObject({
    what: orNull(z.string()).meta({ description: "What was given; null once it is answered." }),
    state: ConfirmationState,
  })
  .meta({ id: "ConfirmationPage", description: "All that someone who holds a link may see." });
export type ConfirmationPage = z.infer<typeof ConfirmationPage>;

export const ConfirmationAnswer = z
  .strictObject({ benefit: Cost.meta({ description: "What it meant to you." }) })
  .meta({ id: "ConfirmationAnswer", description: "One tap." });
export type ConfirmationAnswer = z.infer<typeof ConfirmationAnswer>;
