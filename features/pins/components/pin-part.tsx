import type { ReactNode } from "react";
import styles from "./pin-part.module.css";

/** One part of a pin's page under its heading. */
export function PinPart({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
