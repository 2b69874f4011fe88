type Taker = (file: File) => void;

let take: Taker | undefined;

/** The part of the page that imports says here that it is ready for a file. */
export const takeImportFiles = (taker: Taker): (() => void) => {
  take = taker;
  return () => {
    if (take === taker) take = undefined;
  };
};

/** Opens the chooser of the system. To be called from a click or a key. */
export const chooseImportFile = (): void => {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".csv,text/csv";
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (file !== undefined) take?.(file);
  });
  input.click();
};
