import type { ReactNode } from "react";
import { LinkList, type PageLink } from "./link-list";
import styles from "./site-footer.module.css";

/** The end of every page: the other pages, what we promise, and (children) the language. */
export function SiteFooter({
  navLabel,
  links,
  promise,
  children,
}: {
  navLabel: string;
  links: readonly PageLink[];
  promise: string;
  children: ReactNode;
}) {
  return (
    <footer className={`${styles.footer} not-printed`}>
      <nav aria-label={navLabel}>
        <LinkList links={links} />
      </nav>
      <p>{promise}</p>
      {children}
    </footer>
  );
}
