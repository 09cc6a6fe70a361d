import type { ReactNode } from "react";
import styles from "./tag.module.css";

type Tone = "good" | "warn" | "bad" | "note" | "old" | "plain";

/** A word or two about a thing, set apart. */
export function Tag({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${styles.tag} ${styles[tone]}`}>{children}</span>;
}
