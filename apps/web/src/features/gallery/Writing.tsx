import { useState } from "react";
import { ChipField } from "../../ui/ChipField.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { SelectField, TextArea, TextField } from "../../ui/Field.tsx";
import { longText, Shelf, States } from "./Shelf.tsx";

const sizes = [
  { value: "S", label: "a quarter of an hour" },
  { value: "L", label: "half a morning" },
];

/** What is written into. */
export const Writing = () => (
  <>
    <Shelf title="TextField">
      <States layout="grid">
        <Text label="Name" text="Ana Sousa" hint="As they write it themselves." />
        <Text label="Empty" placeholder="Nothing yet" />
        <Text label="Focused" text="Ana" data-look="focus" />
        <Text label="Disabled" text="Ana Sousa" disabled />
        <Text label="With a mistake" text="ana@" error="Write the whole address." />
        <Text label={longText} text={longText} />
      </States>
    </Shelf>
    <Shelf title="TextArea, SelectField">
      <States layout="grid">
        <Area label="Note" text="Two tickets" hint="Only you see it." />
        <Area label="Counted" text="Two tickets" counted maxLength={400} />
        <Area label="Full" text="Two tickets" counted maxLength={11} error="No more fits." />
        <Area label="Disabled" text="Two tickets" disabled />
        <SelectField label="Size" options={sizes} hint="Roughly." onValue={() => undefined} />
        <SelectField label="Disabled" options={sizes} disabled onValue={() => undefined} />
        <SelectField
          label="With a mistake"
          options={sizes}
          error="Choose one that fits."
          onValue={() => undefined}
        />
      </States>
    </Shelf>
    <Shelf title="DateField">
      <States layout="grid">
        <Day label="Day" date="2026-11-17" />
        <Day label="Empty" date="" />
        <Day label="Outside" date="2026-11-17" max="2026-11-01" />
        <Day label="Disabled" date="2026-11-17" disabled />
        <Day label="Refused" date="2026-11-17" error="That was before you met." />
      </States>
    </Shelf>
    <Shelf title="ChipField">
      <States layout="grid">
        <Chips label="Tags" chips={["editor", "coach"]} suggestions={["founder", "author"]} />
        <Chips label="Empty" chips={[]} hint="Enter adds one." />
        <Chips label="Disabled" chips={["editor"]} disabled />
        <Chips label="With a mistake" chips={["editor"]} error="Say at least two." />
        <Chips label="Full" chips={["editor", "coach"]} valuesMax={2} />
        <Chips label="Long" chips={[longText, "short"]} />
      </States>
    </Shelf>
  </>
);

type Without<P, K extends keyof P> = Omit<P, K>;

const Text = ({
  text: initial = "",
  ...rest
}: Without<React.ComponentProps<typeof TextField>, "onText" | "value"> & {
  readonly text?: string;
  readonly "data-look"?: string;
}) => {
  const [text, setText] = useState(initial);
  return <TextField {...rest} value={text} onText={setText} />;
};

const Area = ({
  text: initial,
  ...rest
}: Without<React.ComponentProps<typeof TextArea>, "onText" | "value"> & {
  readonly text: string;
}) => {
  const [text, setText] = useState(initial);
  return <TextArea {...rest} value={text} onText={setText} />;
};

const Day = ({
  date: initial,
  ...rest
}: Without<React.ComponentProps<typeof DateField>, "onDate" | "value"> & {
  readonly date: string;
}) => {
  const [date, setDate] = useState<string | undefined>(initial);
  return <DateField {...rest} value={date} onDate={setDate} />;
};

const Chips = ({
  chips,
  ...rest
}: Without<React.ComponentProps<typeof ChipField>, "onValues" | "values"> & {
  readonly chips: ReadonlyArray<string>;
}) => {
  const [values, setValues] = useState(chips);
  return <ChipField {...rest} values={values} onValues={setValues} />;
};
