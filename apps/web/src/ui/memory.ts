/** Small things that are remembered from visit to visit, where the browser lets us. */
export const remembered = (key: string): string | null => {
  try {
    return localStorage.getItem(`comity.${key}`);
  } catch {
    return null;
  }
};

export const remember = (key: string, value: string): void => {
  try {
    localStorage.setItem(`comity.${key}`, value);
  } catch {
    // Storage is turned off: it is forgotten with the page.
  }
};
