import type { Size } from "@comity/domain/equity/schema";
import { Choice } from "../../ui/Choice.tsx";
import { sizeInWords, sizes } from "./words.ts";

interface SizeChoiceProps {
  readonly legend: string;
  readonly value: Size | undefined;
  readonly onChoose: (size: Size) => void;
  readonly tone: "give" | "ask";
}

const options = sizes.map((size) => ({ value: size, label: sizeInWords[size] }));

/** The five sizes, in words. */
export const SizeChoice = (props: SizeChoiceProps) => <Choice {...props} options={options} />;
