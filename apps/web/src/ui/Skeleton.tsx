import styles from "./Skeleton.module.css";

/** A place held for something that is on its way, as wide and high as it will be. */
export const Skeleton = ({
  width,
  height,
}: {
  readonly width: string;
  readonly height: string;
}) => <span className={styles.skeleton} style={{ width, height }} aria-hidden />;
