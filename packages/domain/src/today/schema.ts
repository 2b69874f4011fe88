/** What is worth doing today, as cards that can be put off. Plain zod. */
import * as z from "zod";
import { AskId, Move } from "../equity/schema.ts";
import { Goal, PartnerId } from "../partner/schema.ts";
import { Instant, PlainDate } from "../time/schema.ts";

export const todayCardsMax = 50;
export const snoozeDaysMax = 365;

const Who = z.strictObject({ id: PartnerId, name: z.string(), organisation: z.string() });

export const CardKey = z
  .string()
  .regex(/^[a-z-]+(:[0-9a-z-]+){1,3}$/)
  .max(160)
  .meta({ id: "CardKey", description: "Names a card: the same tomorrow, while its cause stands." });
export type CardKey = z.infer<typeof CardKey>;

export const MoveCard = z
  .strictObject({ kind: z.literal("move"), key: CardKey, partner: Who, move: Move })
  .meta({ id: "MoveCard", description: "Something to give, or an ask that is earned." });
export type MoveCard = z.infer<typeof MoveCard>;

export const SilenceCard = z
  .strictObject({
    kind: z.literal("silence"),
    key: CardKey,
    partner: Who,
    whose: z.enum(["mine", "both"]).meta({
      description: "mine: they were in touch last, and wait for you.",
    }),
    days: z.int().min(0).meta({ description: "Since the last contact." }),
    cadenceDays: z.int().min(1),
    state: z.enum(["due", "late", "hiding"]),
  })
  .meta({ id: "SilenceCard", description: "Someone you wanted to be in touch with by now." });
export type SilenceCard = z.infer<typeof SilenceCard>;

export const OpenAskCard = z
  .strictObject({
    kind: z.literal("open-ask"),
    key: CardKey,
    partner: Who,
    askId: AskId,
    what: z.string(),
    openedAt: Instant,
    expiresAt: Instant,
  })
  .meta({ id: "OpenAskCard", description: "An ask without an answer, whose time is running out." });
export type OpenAskCard = z.infer<typeof OpenAskCard>;

export const IntroductionFit = z
  .strictObject({ goal: Goal, offer: z.string() })
  .meta({ id: "IntroductionFit", description: "What one wants, and the other can do." });
export type IntroductionFit = z.infer<typeof IntroductionFit>;

export const IntroductionCard = z
  .strictObject({
    kind: z.literal("introduction"),
    key: CardKey,
    one: Who,
    other: Who,
    forOne: IntroductionFit.meta({ description: "What the other can do for the one." }),
    forOther: IntroductionFit,
  })
  .meta({
    id: "IntroductionCard",
    description: "Two partners who serve each other's goals: one introduction is two gifts.",
  });
export type IntroductionCard = z.infer<typeof IntroductionCard>;

export const TodayCard = z
  .discriminatedUnion("kind", [MoveCard, SilenceCard, OpenAskCard, IntroductionCard])
  .meta({ id: "TodayCard", description: "Something worth doing, and why." });
export type TodayCard = z.infer<typeof TodayCard>;

export const Today = z
  .strictObject({
    at: Instant,
    cards: z
      .array(TodayCard)
      .max(todayCardsMax)
      .meta({ description: "The most worth doing first." }),
    snoozed: z.int().min(0).meta({ description: "Cards that were put off and would be shown." }),
    partners: z.int().min(0).meta({ description: "In use. 0: there is nobody yet." }),
  })
  .meta({ id: "Today", description: "What is worth doing today." });
export type Today = z.infer<typeof Today>;

export const SnoozeDraft = z
  .strictObject({
    until: PlainDate.meta({ description: "The card comes back on this day." }),
    reason: z.enum(["later", "done"]),
  })
  .meta({ id: "SnoozeDraft", description: "Puts a card off." });
export type SnoozeDraft = z.infer<typeof SnoozeDraft>;

export const Snooze = SnoozeDraft.extend({ card: CardKey }).meta({
  id: "Snooze",
  description: "A card that was put off.",
});
export type Snooze = z.infer<typeof Snooze>;
