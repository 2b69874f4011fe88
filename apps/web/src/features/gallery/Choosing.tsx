import { useState } from "react";
import { Checkbox, Switch } from "../../ui/Checkbox.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { longText, Shelf, States } from "./Shelf.tsx";

const sizes = [
  { value: "S", label: "a quarter of an hour" },
  { value: "M", label: "three quarters" },
  { value: "L", label: "half a morning" },
];

const views = [
  { value: "list", label: "List" },
  { value: "market", label: "Market" },
  { value: "map", label: "Map" },
];

const sheets = [
  { key: "open", label: "Open", count: 3 },
  { key: "past", label: "Past", count: 1200 },
  { key: "all", label: "All" },
] as const;

type Sheet = (typeof sheets)[number]["key"];

/** What is chosen among. */
export const Choosing = () => {
  const [size, setSize] = useState("M");
  const [view, setView] = useState("list");
  const [sheet, setSheet] = useState<Sheet>("open");
  const [isOn, setOn] = useState(true);
  const chosen = { options: sizes, value: size, onChoose: setSize };
  return (
    <>
      <Shelf title="Choice">
        <Choice legend="What it took" {...chosen} />
        <Choice legend="Giving" tone="give" {...chosen} />
        <Choice legend="Asking" tone="ask" {...chosen} />
        <Choice legend="Nothing yet" {...chosen} value={undefined} />
        <Choice legend="Disabled" disabled {...chosen} />
        <Choice
          legend="Segmented"
          layout="segmented"
          options={views}
          value={view}
          onChoose={setView}
        />
      </Shelf>
      <Shelf title="Checkbox, Switch">
        <States layout="grid">
          <Checkbox label="They had asked" checked={isOn} onCheck={setOn} />
          <Checkbox label="Not this" checked={false} onCheck={() => undefined} />
          <Checkbox label={longText} hint="With a hint." checked onCheck={() => undefined} />
          <Checkbox label="Disabled" checked disabled onCheck={() => undefined} />
          <Switch label="Remind me" checked={isOn} onCheck={setOn} />
          <Switch label="Off" checked={false} hint="Holds at once." onCheck={() => undefined} />
          <Switch label="Disabled" checked disabled onCheck={() => undefined} />
        </States>
      </Shelf>
      <Shelf title="Tabs, Disclosure">
        <Tabs label="Asks" tabs={sheets} chosen={sheet} onChoose={setSheet}>
          <p>{`The sheet of what is ${sheet}.`}</p>
        </Tabs>
        <Disclosure summary="Show the arithmetic">
          <p>Hidden until it is wanted.</p>
        </Disclosure>
        <Disclosure summary="It stands open" open>
          <p>{longText}</p>
        </Disclosure>
      </Shelf>
    </>
  );
};
