import { Handshake, Sunrise, UserRound, UsersRound } from "lucide-react";
import { Link } from "wouter";
import styles from "./AppPlaces.module.css";

const places = [
  { name: "Today", href: "/", Picture: Sunrise, isWithin: /^\/$/ },
  {
    name: "Partners",
    href: "/partners",
    Picture: UsersRound,
    isWithin: /^\/(partners|openings)\b/,
  },
  { name: "Deals", href: "/deals", Picture: Handshake, isWithin: /^\/deals\b/ },
  { name: "Me", href: "/me", Picture: UserRound, isWithin: /^\/(me|design)\b/ },
] as const;

const currentOf = (href: string, isWithin: RegExp, path: string): "page" | "true" | undefined => {
  if (href === path) return "page";
  return isWithin.test(path) ? "true" : undefined;
};

/** The four places: in the head of the page on a desk, under the thumb on a phone. */
export const AppPlaces = ({ path }: { readonly path: string }) => (
  <nav className={styles.places} aria-label="Places">
    {places.map(({ name, href, Picture, isWithin }) => (
      <Link
        key={name}
        href={href}
        className={styles.place}
        aria-current={currentOf(href, isWithin, path)}
      >
        <Picture size={20} aria-hidden />
        {name}
      </Link>
    ))}
  </nav>
);
