import styles from "@/features/kinds/components/kind-icon.module.css";
import type { Kind } from "@/features/kinds/schema";

type KindIconProps = {
  kind: Kind;
  /** solid: sure enough. dashed: nobody has checked for long (stale or dormant). */
  variant?: "solid" | "dashed";
};

/** The badge of a kind; the words beside it say the same, so screen readers skip it. */
export function KindIcon({ kind, variant = "solid" }: KindIconProps) {
  const { path, viewBox } = kind.icon;
  return (
    <span
      aria-hidden="true"
      className={`${styles.badge} ${styles[kind.colour]} ${styles[variant]}`}
    >
      <svg viewBox={`0 0 ${viewBox} ${viewBox}`} focusable="false" aria-hidden="true">
        <path d={path} />
      </svg>
    </span>
  );
}
