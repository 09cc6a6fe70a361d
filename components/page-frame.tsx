import type { ReactNode } from "react";
import styles from "./page-frame.module.css";

/** A page of words or a form in one readable column, with its one h1. */
export function PageFrame({
  title,
  lead,
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  children: ReactNode;
}) {
  return (
    <main id="main" className={styles.page} tabIndex={-1}>
      <h1>{title}</h1>
      {lead && <p className={styles.lead}>{lead}</p>}
      {children}
    </main>
  );
}
