import { Button } from "./Button.tsx";
import { Callout } from "./Callout.tsx";
import styles from "./Trouble.module.css";

interface TroubleProps {
  /** What happened, in a sentence that says what to do. */
  readonly children: string;
  readonly onRetry?: () => void;
}

export const Trouble = ({ children, onRetry }: TroubleProps) => (
  <Callout tone="danger" role="alert">
    <div className={styles.line}>
      <p>{children}</p>
      {onRetry !== undefined && (
        <Button small onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  </Callout>
);
