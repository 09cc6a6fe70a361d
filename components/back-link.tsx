import type { ReactNode } from "react";
import styles from "./back-link.module.css";
import { BackIcon } from "./ui/icons";
import { Link } from "./ui/link";

/** The way back to the page that this one belongs to. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link className={`${styles.back} not-printed`} href={href}>
      <BackIcon />
      {children}
    </Link>
  );
}
