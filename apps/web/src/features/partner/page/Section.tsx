import { Pencil } from "lucide-react";
import { type ReactNode, useId } from "react";
import { IconButton } from "../../../ui/IconButton.tsx";
import styles from "./Section.module.css";

interface SectionProps {
  readonly title: string;
  /** What the pencil is called: "Edit the goals". Left out: nothing to edit here. */
  readonly editLabel?: string;
  readonly isEditing?: boolean;
  readonly onEdit?: () => void;
  readonly children: ReactNode;
}

/** A part of the margin: read at a glance, edited where it stands. */
export const Section = ({
  title,
  editLabel,
  isEditing = false,
  onEdit,
  children,
}: SectionProps) => {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 id={id}>{title}</h2>
        {editLabel !== undefined && !isEditing && (
          <IconButton
            className={styles.pencil ?? ""}
            aria-label={editLabel}
            title={editLabel}
            onClick={onEdit}
          >
            <Pencil size={16} aria-hidden />
          </IconButton>
        )}
      </header>
      {children}
    </section>
  );
};
