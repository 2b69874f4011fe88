import { Shelf, States } from "./Shelf.tsx";
import styles from "./Shelf.module.css";

interface Swatch {
  readonly ground: string;
  readonly text: string;
}

const papers: ReadonlyArray<Swatch> = [
  { ground: "paper", text: "ink" },
  { ground: "paper-raised", text: "ink-soft" },
  { ground: "paper-sunk", text: "ink-soft" },
  { ground: "ink", text: "paper" },
  { ground: "neutral-wash", text: "neutral" },
];

const accents: ReadonlyArray<Swatch> = ["give", "ask", "good", "danger"].flatMap((accent) => [
  { ground: accent, text: `on-${accent}` },
  { ground: `${accent}-strong`, text: `on-${accent}` },
  { ground: `${accent}-wash`, text: accent },
]);

const Swatches = ({ swatches }: { readonly swatches: ReadonlyArray<Swatch> }) => (
  <div className={styles.colours}>
    {swatches.map(({ ground, text }) => (
      <div
        key={ground}
        className={styles.colour}
        style={{ background: `var(--${ground})`, color: `var(--${text})` }}
      >
        <b>{ground}</b>
        <span>{text}</span>
      </div>
    ))}
  </div>
);

const serifSizes = ["name", "title", "sentence", "large", "row"];
const sansSizes = ["lead", "", "small", "tiny"];
const gaps = [1, 2, 3, 4, 5, 6, 7];
const corners = ["corner-small", "corner", "corner-large", "corner-round"];

const textToken = (size: string): string => (size === "" ? "text" : `text-${size}`);

const Line = ({ size, isSerif }: { readonly size: string; readonly isSerif: boolean }) => (
  <p className={isSerif ? styles.serif : undefined}>
    <small>{textToken(size)}</small>
    <span style={{ fontSize: `var(--${textToken(size)})` }}>Give first</span>
  </p>
);

/** What every part is made of. */
export const Tokens = () => (
  <>
    <Shelf title="Colours">
      <Swatches swatches={papers} />
      <Swatches swatches={accents} />
    </Shelf>
    <Shelf title="Type">
      <div className={styles.scale}>
        {serifSizes.map((size) => (
          <Line key={size} size={size} isSerif />
        ))}
        {sansSizes.map((size) => (
          <Line key={size} size={size} isSerif={false} />
        ))}
      </div>
    </Shelf>
    <Shelf title="Space, corners, height">
      <div className={styles.scale}>
        {gaps.map((gap) => (
          <div key={gap}>
            <small>{`gap-${gap}`}</small>
            <span className={styles.gap} style={{ width: `var(--gap-${gap})` }} />
          </div>
        ))}
      </div>
      <States>
        {corners.map((corner) => (
          <span key={corner} className={styles.box} style={{ borderRadius: `var(--${corner})` }}>
            {corner}
          </span>
        ))}
        {["lift", "lift-high"].map((lift) => (
          <span key={lift} className={styles.box} style={{ boxShadow: `var(--${lift})` }}>
            {lift}
          </span>
        ))}
      </States>
    </Shelf>
  </>
);
