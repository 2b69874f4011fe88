import type { Partner } from "@comity/domain/partner/schema";
import { useQuery } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { Dialog } from "../../../ui/Dialog.tsx";
import { workspace } from "../../../workspace/client.ts";
import { keys } from "../../../workspace/keys.ts";
import { PartnerPicker } from "../../acquaintance/PartnerPicker.tsx";
import styles from "./MergeWith.module.css";

interface MergeWithProps {
  readonly partner: Partner;
  readonly onClose: () => void;
}

/** Who is the same one: those who may be are offered first. Where they meet, both are compared. */
export const MergeWith = ({ partner, onClose }: MergeWithProps) => {
  const [, navigate] = useLocation();
  const { data = [] } = useAlike(partner);
  return (
    <Dialog title={`Who is the same as ${partner.name}?`} onClose={onClose}>
      <p className={styles.lead}>
        Next you see both beside each other. Nothing is changed before you say so, and it can be
        undone.
      </p>
      <PartnerPicker
        label="The other one"
        except={[partner.id]}
        offered={data.map(({ partner: alike }) => alike)}
        onPick={({ id }) => navigate(`/partners/${partner.id}/merge?other=${id}`)}
      />
    </Dialog>
  );
};

const useAlike = ({ id, kind, name, organisation, emails, phones, links }: Partner) =>
  useQuery({
    queryKey: [...keys.partner(id), "alike"],
    queryFn: () =>
      workspace.duplicates.check({ name, kind, organisation, emails, phones, links, except: id }),
  });
