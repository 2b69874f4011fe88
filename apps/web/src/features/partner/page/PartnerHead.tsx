import type { Partner } from "@comity/domain/partner/schema";
import {
  Archive,
  ArchiveRestore,
  Eraser,
  Merge as MergePicture,
  MoreHorizontal,
  Pencil,
} from "lucide-react";
import { Badge } from "../../../ui/Badge.tsx";
import { Button } from "../../../ui/Button.tsx";
import { dayInWords, msOf } from "../../../ui/clock.ts";
import { Menu, type MenuItem } from "../../../ui/Menu.tsx";
import { roleInWords } from "../roleInWords.ts";
import { mailtoOf, telOf } from "./addresses.ts";
import styles from "./PartnerHead.module.css";
import { Tags } from "./Tags.tsx";

interface PartnerHeadProps {
  readonly partner: Partner;
  /** Nothing is written down with them, so they may be forgotten. */
  readonly mayForget: boolean;
  readonly onEdit: () => void;
  readonly onMerge: () => void;
  readonly onArchive: (isArchived: boolean) => void;
  readonly onForget: () => void;
}

const picture = 16;

/** The name, where they work, the tags, and the verbs for the partner as a whole. */
export const PartnerHead = (props: PartnerHeadProps) => {
  const { partner, onArchive } = props;
  const role = roleInWords(partner);
  const isArchived = partner.archivedAt !== null;
  return (
    <>
      {partner.archivedAt !== null && (
        <div className={styles.archived} role="note">
          <p>
            {`Archived on ${dayInWords(msOf(partner.archivedAt))}. All that is written down stays; lists and advice leave them out.`}
          </p>
          <Button small onClick={() => onArchive(false)}>
            Restore
          </Button>
        </div>
      )}
      <header className={styles.head}>
        <div className={styles.name}>
          <h1>{partner.name}</h1>
          <Menu
            label={`More about ${partner.name}`}
            picture={<MoreHorizontal size={20} aria-hidden />}
            items={itemsOf(props, isArchived)}
          />
        </div>
        {(role !== "" || partner.kind === "organisation") && (
          <p>
            {partner.kind === "organisation" && (
              <>
                <Badge>Organisation</Badge>{" "}
              </>
            )}
            <bdi>{role}</bdi>
          </p>
        )}
        <QuickReach partner={partner} />
        <Tags partner={partner} />
      </header>
    </>
  );
};

/** On a phone the details stand far below; what one calls or writes to is in reach here too. */
const QuickReach = ({ partner: { emails, phones } }: Pick<PartnerHeadProps, "partner">) => {
  const [email, phone] = [emails[0], phones[0]];
  if (email === undefined && phone === undefined) return null;
  return (
    <div className={styles.reach}>
      {phone !== undefined && <a href={telOf(phone)}>{phone}</a>}
      {email !== undefined && <a href={mailtoOf(email)}>{email}</a>}
    </div>
  );
};

const itemsOf = (props: PartnerHeadProps, isArchived: boolean): ReadonlyArray<MenuItem> => [
  {
    label: "Edit details",
    picture: <Pencil size={picture} aria-hidden />,
    onChoose: props.onEdit,
  },
  {
    label: "Merge with…",
    picture: <MergePicture size={picture} aria-hidden />,
    onChoose: props.onMerge,
  },
  isArchived
    ? {
        label: "Restore",
        picture: <ArchiveRestore size={picture} aria-hidden />,
        onChoose: () => props.onArchive(false),
      }
    : {
        label: "Archive",
        picture: <Archive size={picture} aria-hidden />,
        onChoose: () => props.onArchive(true),
      },
  ...(props.mayForget
    ? [
        {
          label: "Forget",
          tone: "danger" as const,
          picture: <Eraser size={picture} aria-hidden />,
          onChoose: props.onForget,
        },
      ]
    : []),
];
