import { Dialog } from "./ui/Dialog.tsx";
import styles from "./KeySheet.module.css";

const keys: ReadonlyArray<readonly [keys: string, what: string]> = [
  ["/", "search partners"],
  ["j k", "down and up the list; Enter opens"],
  ["n", "on a partner: write down a gift; on the list: add a partner"],
  ["a", "ask this partner"],
  ["e", "edit this partner's details"],
  ["i", "import a file"],
  ["u", "undo what the note at the edge tells of"],
  ["g p", "to your partners"],
  ["g o", "to the deck: how you stand, from memory"],
  ["g s", "to the settings"],
  ["1–6", "on the deck: answer; s skips, u undoes"],
  ["← →", "on the curve: from step to step"],
  ["Esc", "close"],
  ["?", "this sheet"],
];

export const KeySheet = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog title="Keys" onClose={onClose}>
    <dl className={styles.keys}>
      {keys.map(([name, what]) => (
        <div key={name}>
          <dt>
            {name.split(" ").map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  </Dialog>
);
