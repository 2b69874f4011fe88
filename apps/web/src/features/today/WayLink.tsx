import { Link } from "wouter";
import { shortNameOf } from "../equity/words.ts";
import styles from "./WayLink.module.css";

interface WayLinkProps {
  readonly verb: "give" | "ask" | "look";
  readonly partner: { readonly id: string; readonly name: string };
  /** It is what the card is about. */
  readonly isFirst?: boolean;
}

const words = { give: "Give", ask: "Ask", look: "Look" } as const;

/** Leads to the partner's page, with the dialog open that the card is about. */
export const WayLink = ({ verb, partner: { id, name }, isFirst = false }: WayLinkProps) => (
  <Link
    href={verb === "look" ? `/partners/${id}` : `/partners/${id}?do=${verb}`}
    className={`${styles.way} ${styles[verb]} ${isFirst ? "" : styles.beside}`}
    aria-label={`${words[verb]}: ${shortNameOf(name)}`}
    data-do={isFirst ? true : undefined}
  >
    {words[verb]}
  </Link>
);
