import { Button } from "../../ui/Button.tsx";
import { goTo, isSample } from "../../workspace/place.ts";
import styles from "./SampleRibbon.module.css";

/** On every page of the sample: that nobody in it is real, and the way to your own. */
export const SampleRibbon = () =>
  isSample() && (
    <aside className={styles.ribbon} aria-label="The sample">
      <p>This is a sample: everybody in it is made up.</p>
      <Button small onClick={() => goTo("own")}>
        Start with mine
      </Button>
    </aside>
  );
