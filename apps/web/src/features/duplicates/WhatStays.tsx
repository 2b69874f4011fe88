import type { Partner } from "@comity/domain/partner/schema";
import type { ReactNode } from "react";
import { fieldInWords, fieldsInWords, type PartnerFieldName } from "../partner/partnerInWords.ts";
import styles from "./WhatStays.module.css";

interface WhatStaysProps {
  readonly partner: Partner;
  readonly children: ReactNode;
}

const isSaid = (value: unknown): boolean =>
  value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);

const shownFields = (Object.keys(fieldsInWords) as ReadonlyArray<PartnerFieldName>).filter(
  (field) => field !== "name" && field !== "kind",
);

/** The partner that will be there afterwards, as the choices stand now. */
export const WhatStays = ({ partner, children }: WhatStaysProps) => (
  <section className={styles.stays} aria-label="What stays">
    <p className={styles.head}>What stays</p>
    <h2>
      <bdi>{partner.name}</bdi>
    </h2>
    <dl>
      {shownFields
        .filter((field) => isSaid(partner[field]))
        .map((field) => (
          <div key={field}>
            <dt>{fieldsInWords[field]}</dt>
            <dd>
              <bdi>{fieldInWords(partner, field)}</bdi>
            </dd>
          </div>
        ))}
    </dl>
    <div className={styles.verbs}>{children}</div>
  </section>
);
