import type { Circle } from "@comity/domain/partner/schema";
import styles from "./CircleMark.module.css";
import { circleNameInWords } from "./listInWords.ts";

const radius: Readonly<Record<Circle, number>> = { 5: 3, 15: 5, 50: 7.5, 150: 10.5 };

/** How near somebody is kept: a dot in the middle, or a ring further out. */
export const CircleMark = ({ circle }: { readonly circle: Circle }) => (
  <svg className={styles.mark} viewBox="-12 -12 24 24" role="img">
    <title>{circleNameInWords[`${circle}`]}</title>
    <circle r={radius[150]} className={styles.edge} />
    <circle r={radius[circle]} className={circle === 5 ? styles.centre : styles.ring} />
  </svg>
);
