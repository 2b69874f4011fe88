import { amountInWords, sizesEp } from "@comity/domain/equity/rules";
import { Choice } from "../../../ui/Choice.tsx";

interface CostChoiceProps {
  readonly legend: string;
  /** In ep. */
  readonly value: number;
  /** An amount that is none of the five sizes. */
  readonly other: number | undefined;
  readonly onChoose: (ep: number) => void;
}

/** What saying yes takes: one of the five sizes, or what something usual takes. */
export const CostChoice = ({ legend, value, other, onChoose }: CostChoiceProps) => {
  const amounts = [...Object.values(sizesEp), ...(other === undefined ? [] : [other])];
  const options = amounts
    .toSorted((a, b) => a - b)
    .map((ep) => ({ value: String(ep), label: amountInWords(ep) }));
  return (
    <Choice
      legend={legend}
      tone="ask"
      options={options}
      value={String(value)}
      onChoose={(chosen) => onChoose(Number(chosen))}
    />
  );
};
