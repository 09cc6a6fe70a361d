import type { ReactNode } from "react";
import styles from "./chip.module.css";
import { Link } from "./link";

/** Chips in one row that scrolls sideways where it is too long. */
export function ChipRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav className={`${styles.row} not-printed`} aria-label={label}>
      <ul>{children}</ul>
    </nav>
  );
}

/** A filter as a link: following it turns the filter on, or off when it `isOn`. */
export function ChipLink({
  href,
  isOn,
  icon,
  children,
}: {
  href: string;
  isOn: boolean;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <li>
      <Link
        className={isOn ? styles.on : styles.chip}
        href={href}
        aria-current={isOn ? "true" : undefined}
        scroll={false}
      >
        {icon}
        {children}
      </Link>
    </li>
  );
}
