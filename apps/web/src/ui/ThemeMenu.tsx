import { Moon, Sun, SunMoon } from "lucide-react";
import { useState } from "react";
import { Menu } from "./Menu.tsx";
import { chosenTheme, chooseTheme, type Theme } from "./theme.ts";

const themes = [
  { theme: "system", label: "As the system", Picture: SunMoon },
  { theme: "light", label: "Light", Picture: Sun },
  { theme: "dark", label: "Dark", Picture: Moon },
] as const;

/** Light, dark, or as the system has it. */
export const ThemeMenu = () => {
  const [chosen, setChosen] = useState(chosenTheme);
  const choose = (theme: Theme): void => {
    chooseTheme(theme);
    setChosen(theme);
  };
  const { Picture } = themes.find(({ theme }) => theme === chosen) ?? themes[0];
  return (
    <Menu
      label="Theme"
      picture={<Picture size={18} aria-hidden />}
      items={themes.map(({ theme, label, Picture: Small }) => ({
        label,
        picture: <Small size={16} aria-hidden />,
        isChosen: theme === chosen,
        onChoose: () => choose(theme),
      }))}
    />
  );
};
