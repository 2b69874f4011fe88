import { shareLeft } from "./policyInWords.ts";
import styles from "./PolicySettings.module.css";

const width = 160;
const height = 44;
const spanDays = 730;
const points = 48;

/** How goodwill fades over two years. The sentence beside it says the same. */
export const FadingCurve = ({ halfLifeDays }: { readonly halfLifeDays: number }) => {
  const top = Array.from({ length: points + 1 }, (_, point) => {
    const x = (point / points) * width;
    const left = shareLeft(halfLifeDays, (point / points) * spanDays);
    return `${x.toFixed(1)},${(height - 1 - left * (height - 3)).toFixed(1)}`;
  });
  return (
    <svg
      className={styles.curve}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      <polygon points={`0,${height - 1} ${top.join(" ")} ${width},${height - 1}`} />
      <line x1={width / 2} y1={2} x2={width / 2} y2={height - 1} />
      <polyline points={top.join(" ")} />
    </svg>
  );
};
