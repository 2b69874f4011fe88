/** Files that were dropped in the sample, on their way to one's own: they outlive one loading of the page. */

const carriedKey = "comity.carried";

interface Carried {
  readonly name: string;
  readonly type: string;
  /** As it stands, byte by byte: a table may be in any encoding. */
  readonly bytes: string;
}

const packed = async (file: File): Promise<Carried> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (const byte of bytes) text += String.fromCodePoint(byte);
  return { name: file.name, type: file.type, bytes: text };
};

const unpacked = ({ name, type, bytes }: Carried): File =>
  new File([Uint8Array.from(bytes, (character) => character.codePointAt(0) ?? 0)], name, { type });

/** False where they do not fit, and have to be chosen again. */
export const carry = async (files: ReadonlyArray<File>): Promise<boolean> => {
  try {
    sessionStorage.setItem(carriedKey, JSON.stringify(await Promise.all(files.map(packed))));
    return true;
  } catch {
    return false;
  }
};

/** Takes them out: they arrive once. */
export const takeCarried = (): ReadonlyArray<File> => {
  try {
    const carried = sessionStorage.getItem(carriedKey);
    if (carried === null) return [];
    sessionStorage.removeItem(carriedKey);
    return (JSON.parse(carried) as ReadonlyArray<Carried>).map(unpacked);
  } catch {
    return [];
  }
};
