import Link from "next/link";
import type { ReactNode } from "react";
import styles from "./site-footer.module.css";

type FooterLink = { href: string; label: string };

/** The end of every page: the other pages, what we promise, and (children) the language. */
export function SiteFooter({
  navLabel,
  links,
  promise,
  children,
}: {
  navLabel: string;
  links: readonly FooterLink[];
  promise: string;
  children: ReactNode;
}) {
  return (
    <footer className={`${styles.footer} not-printed`}>
      <nav aria-label={navLabel}>
        <ul>
          {links.map(({ href, label }) => (
            <li key={href}>
              <Link href={href} prefetch={false}>
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <p>{promise}</p>
      {children}
    </footer>
  );
}
