import { Dialog } from "./ui/Dialog.tsx";
import { Kbd } from "./ui/Kbd.tsx";
import styles from "./KeySheet.module.css";
import { shortcutGroups } from "./shortcuts.ts";

export const KeySheet = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog title="Keys" wide onClose={onClose}>
    <div className={styles.groups}>
      {shortcutGroups.map(({ title, shortcuts }) => (
        <section key={title} className={styles.group} aria-label={title}>
          <h3>{title}</h3>
          <dl>
            {shortcuts.map(({ name, does, shown }) => (
              <div key={name}>
                <dt>
                  <Kbd keys={shown ?? name} />
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
    <p className={styles.rest}>Keys rest while you type.</p>
  </Dialog>
);
