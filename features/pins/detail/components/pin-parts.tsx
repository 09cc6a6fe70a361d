import type { ReactNode } from "react";
import styles from "./pin-parts.module.css";

/** The parts of a pin's page, one under the other; on paper two beside each other, so that one sheet is enough. */
export const PinParts = ({ children }: { children: ReactNode }) => (
  <div className={styles.parts}>{children}</div>
);
