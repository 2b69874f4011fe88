import { Link } from "wouter";
import { BackLink } from "../../ui/BackLink.tsx";
import { useScrollKept } from "../../ui/useScrollKept.ts";
import { CatalogueSettings } from "./CatalogueSettings.tsx";
import { PolicySettings } from "./PolicySettings.tsx";
import styles from "./SettingsPage.module.css";

export const SettingsPage = () => {
  useScrollKept("settings");
  return (
    <main className={styles.page}>
      <title>Settings · Comity</title>
      <BackLink href="/me">Me</BackLink>
      <h1>Settings</h1>
      <PolicySettings />
      <CatalogueSettings />
      <section className={styles.aside} aria-label="From memory">
        <p>
          People you have known for long need not start at zero.{" "}
          <Link href="/openings">Tell from memory how you stand</Link>
        </p>
        <p>
          For whoever builds on it: <Link href="/design">Components</Link>
        </p>
      </section>
    </main>
  );
};
