import type { ReactNode } from "react";
import { LinkList, type PageLink } from "./link-list";
import styles from "./site-header.module.css";
import { CupMark } from "./ui/icons";
import { Link } from "./ui/link";

/** The top of every page: the name, where one can go, and (children) what one can do. */
export function SiteHeader({
  name,
  skip,
  navLabel,
  links,
  banner,
  children,
}: {
  name: string;
  skip: string;
  navLabel: string;
  links: readonly PageLink[];
  /** One line that every page must carry, or nothing. */
  banner?: ReactNode;
  children: ReactNode;
}) {
  return (
    <header className={`${styles.header} not-printed`}>
      <a className={styles.skip} href="#main">
        {skip}
      </a>
      <Link className={styles.brand} href="/">
        <CupMark />
        <span className={styles.name}>{name}</span>
      </Link>
      <nav className={styles.nav} aria-label={navLabel}>
        <LinkList links={links} />
      </nav>
      <div className={styles.actions}>{children}</div>
      {banner && <div className={styles.banner}>{banner}</div>}
    </header>
  );
}
