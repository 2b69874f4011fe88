import { Moon, Sun, SunMoon } from "lucide-react";
import { useState } from "react";
import { Choice, type Option } from "./Choice.tsx";
import { chosenTheme, chooseTheme, type Theme } from "./theme.ts";

const options: ReadonlyArray<Option<Theme>> = [
  { value: "system", name: "As the system", label: <SunMoon size={18} aria-hidden /> },
  { value: "light", name: "Light", label: <Sun size={18} aria-hidden /> },
  { value: "dark", name: "Dark", label: <Moon size={18} aria-hidden /> },
];

export const ThemeSwitch = () => {
  const [theme, setTheme] = useState(chosenTheme);
  const choose = (chosen: Theme): void => {
    chooseTheme(chosen);
    setTheme(chosen);
  };
  return (
    <Choice
      legend="Theme"
      hiddenLegend
      layout="icons"
      options={options}
      value={theme}
      onChoose={choose}
    />
  );
};
