export type Theme = "system" | "light" | "dark";

const storageKey = "comity.theme";

const isTheme = (value: unknown): value is Theme =>
  value === "system" || value === "light" || value === "dark";

export const chosenTheme = (): Theme => {
  const { theme } = document.documentElement.dataset;
  return isTheme(theme) ? theme : "system";
};

/** Applies a theme and keeps it for the next visit, where the browser lets us. */
export const chooseTheme = (theme: Theme): void => {
  const { dataset } = document.documentElement;
  if (theme === "system") delete dataset.theme;
  else dataset.theme = theme;
  try {
    localStorage.setItem(storageKey, theme);
  } catch {
    // Storage is turned off: the choice lasts as long as the page.
  }
};
