import type { ReactNode } from "react";
import { CheckIcon, InfoIcon, WarningIcon } from "./icons";
import styles from "./notice.module.css";

type Tone = "good" | "warn" | "bad" | "note" | "old";

const icons = {
  good: CheckIcon,
  warn: WarningIcon,
  bad: WarningIcon,
  note: InfoIcon,
  old: InfoIcon,
} as const;

/**
 * A message on the page. `role="alert"` (what just went wrong) and `role="status"` (what just
 * went well) make screen readers say it.
 */
export function Notice({
  tone = "note",
  title,
  role,
  children,
}: {
  tone?: Tone;
  title?: ReactNode;
  role?: "alert" | "status";
  children?: ReactNode;
}) {
  const ToneIcon = icons[tone];
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={role}>
      <ToneIcon size={22} />
      <div className={styles.body}>
        {title && <p className={styles.title}>{title}</p>}
        {children}
      </div>
    </div>
  );
}
