import type { Kind } from "@comity/domain/equity/schema";
import type { MoveCard } from "@comity/domain/today/schema";
import { useLocation } from "wouter";
import { Menu } from "../../ui/Menu.tsx";
import { useKinds } from "../equity/reading.ts";
import { usualGifts } from "./usualGifts.ts";
import { WayLink } from "./WayLink.tsx";

interface GiveVerbsProps {
  readonly card: MoveCard;
  readonly onGiven: (kind: Kind) => void;
}

/** To the gift dialog; or, where the catalogue knows gifts of this size, written down from here. */
export const GiveVerbs = ({ card: { move, partner }, onGiven }: GiveVerbsProps) => {
  const { data: kinds = [] } = useKinds();
  const [, navigate] = useLocation();
  const usual = usualGifts(kinds, move);
  return (
    <>
      <WayLink verb="give" partner={partner} isFirst />
      {usual.length > 0 && (
        <Menu
          small
          label="I did"
          items={[
            ...usual.map((kind) => ({ label: kind.what, onChoose: () => onGiven(kind) })),
            {
              label: "Something else…",
              onChoose: () => navigate(`/partners/${partner.id}?do=give`),
            },
          ]}
        />
      )}
    </>
  );
};
