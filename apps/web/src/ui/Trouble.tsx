import { Button } from "./Button.tsx";
import styles from "./Trouble.module.css";

interface TroubleProps {
  /** What happened, in a sentence that says what to do. */
  readonly children: string;
  readonly onRetry?: () => void;
}

export const Trouble = ({ children, onRetry }: TroubleProps) => (
  <div className={styles.trouble} role="alert">
    <p>{children}</p>
    {onRetry !== undefined && (
      <Button small onClick={onRetry}>
        Try again
      </Button>
    )}
  </div>
);
