import { Link } from "./ui/link";

export type PageLink = { href: string; label: string };

/** Links to other pages, as a list; a pointer that only passes over them fetches nothing. */
export function LinkList({ links }: { links: readonly PageLink[] }) {
  return (
    <ul>
      {links.map(({ href, label }) => (
        <li key={href}>
          <Link href={href}>{label}</Link>
        </li>
      ))}
    </ul>
  );
}
