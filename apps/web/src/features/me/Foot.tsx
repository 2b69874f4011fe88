import { Download, Printer } from "lucide-react";
import buttonStyles from "../../ui/Button.module.css";
import { Button } from "../../ui/Button.tsx";
import { goTo, isSample, placeRoot } from "../../workspace/place.ts";
import styles from "./MePage.module.css";

/** What one may want to do with all of it. */
export const Foot = () => (
  <div className={styles.foot}>
    <Button onClick={() => window.print()}>
      <Printer size={18} aria-hidden />
      Print my answers
    </Button>
    <a
      className={`${buttonStyles.button} ${buttonStyles.plain}`}
      href={`${placeRoot()}/v1/exports/partners?format=csv`}
      download
    >
      <Download size={18} aria-hidden />
      Export all partners
    </a>
    {isSample() ? (
      <Button tone="quiet" onClick={() => goTo("own")}>
        Start with mine
      </Button>
    ) : (
      <Button tone="quiet" onClick={() => goTo("sample")}>
        Look at the sample again
      </Button>
    )}
  </div>
);
