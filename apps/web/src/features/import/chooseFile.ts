type Taker = (files: ReadonlyArray<File>) => void;

let take: Taker | undefined;

/** The part of the page that imports says here that it is ready for files. */
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
  input.multiple = true;
  input.accept = ".csv,.tsv,.txt,.vcf,text/csv,text/vcard";
  input.addEventListener("change", () => take?.([...(input.files ?? [])]));
  input.click();
};
