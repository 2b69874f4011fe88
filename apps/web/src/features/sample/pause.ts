/** The pause before the first partner comes once, whatever is answered in it. */
import { remember, remembered } from "../../ui/memory.ts";

const pauseKey = "pause";
let isOverHere = false;

export const isPauseOver = (): boolean => isOverHere || remembered(pauseKey) !== null;

export const pauseIsOver = (): void => {
  isOverHere = true;
  remember(pauseKey, "over");
};
