import type { Partner } from "@comity/domain/partner/schema";
import { Tag } from "lucide-react";
import { useState } from "react";
import { Link } from "wouter";
import { Button } from "../../../ui/Button.tsx";
import { ChipField } from "../../../ui/ChipField.tsx";
import { Trouble } from "../../../ui/Trouble.tsx";
import { tagsMax } from "../form/PartnerFields.tsx";
import { useQuickChange } from "../savePartner.ts";
import { useTagNames } from "./reading.ts";
import styles from "./Tags.module.css";
import { useFocusBack } from "./useFocusBack.ts";
import { useLeaving } from "./useLeaving.ts";

/** Tags under the name: each leads to everybody who carries it. */
export const Tags = ({ partner }: { readonly partner: Partner }) => {
  const [isEditing, setEditing] = useState(false);
  const place = useFocusBack<HTMLDivElement>(isEditing);
  if (isEditing) return <TagsEditor partner={partner} onDone={() => setEditing(false)} />;
  return (
    <div ref={place} className={styles.tags}>
      {partner.tags.length > 0 && (
        <ul aria-label="Tags">
          {partner.tags.map((tag) => (
            <li key={tag}>
              <Link href={`/partners?tag=${encodeURIComponent(tag)}`} className={styles.tag}>
                <bdi>{tag}</bdi>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Button
        data-edit
        small
        tone="quiet"
        className={styles.edit ?? ""}
        onClick={() => setEditing(true)}
      >
        <Tag size={15} aria-hidden />
        {partner.tags.length === 0 ? "Add tags" : "Edit tags"}
      </Button>
    </div>
  );
};

/** Each tag holds as it is added or taken out; there is nothing to save. */
const TagsEditor = ({
  partner,
  onDone,
}: {
  readonly partner: Partner;
  readonly onDone: () => void;
}) => {
  const { change, trouble } = useQuickChange(partner);
  const place = useLeaving<HTMLFieldSetElement>({ onEscape: onDone });
  return (
    <fieldset ref={place} className={styles.editor} aria-label="Edit tags">
      <ChipField
        label="Tags"
        values={partner.tags}
        suggestions={useTagNames()}
        valuesMax={tagsMax}
        hint="Enter or a comma adds one."
        onValues={(tags) => void change({ tags: [...tags] }, "The tags are saved.")}
      />
      {trouble !== undefined && <Trouble>{trouble}</Trouble>}
      <div>
        <Button small onClick={onDone}>
          Done
        </Button>
      </div>
    </fieldset>
  );
};
