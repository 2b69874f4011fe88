interface NamedProps {
  readonly text: string;
  readonly names: ReadonlyArray<string>;
}

const escaped = (name: string): string => name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A sentence in which the names of people keep their own direction of writing. */
export const Named = ({ text, names }: NamedProps) => {
  const known = names.filter((name) => name !== "");
  if (known.length === 0) return text;
  const parts = text.split(new RegExp(`(${known.map(escaped).join("|")})`));
  return parts.map((part, index) =>
    // oxlint-disable-next-line react/no-array-index-key -- the parts of one sentence do not move
    index % 2 === 1 ? <bdi key={index}>{part}</bdi> : part,
  );
};
