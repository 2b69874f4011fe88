/** How near you keep someone, and how often you mean to be in touch (MODEL 2.5). */
import type { Circle, Partner } from "../schema.ts";

export const circles: ReadonlyArray<Circle> = [5, 15, 50, 150];

/** Weekly, monthly, half-yearly, yearly. */
export const circleCadenceDays: Readonly<Record<Circle, number>> = {
  5: 7,
  15: 30,
  50: 182,
  150: 365,
};

/** Days between contacts: as said for the partner, else by the circle, else as the policy has it. */
export const cadenceDaysOf = (
  { cadenceDays, circle }: Pick<Partner, "cadenceDays" | "circle">,
  policyDays: number,
): number => cadenceDays ?? (circle === null ? policyDays : circleCadenceDays[circle]);

/** How many there is room for in a circle. The second one is the active circle, which the policy caps. */
export const circleRoom = (circle: Circle, activeCircleMax: number): number =>
  circle < 15
    ? Math.min(circle, activeCircleMax)
    : circle === 15
      ? activeCircleMax
      : Math.max(circle, activeCircleMax);
