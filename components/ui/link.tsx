import type { ComponentProps } from "react";

/**
 * A link inside this site: a plain `<a>`, which SoftLinks follows without a reload. Fifty of the
 * framework's own make a slow phone busy for a fifth of a second before it answers (docs/decisions/0016).
 */
export function Link({
  scroll = true,
  ...rest
}: ComponentProps<"a"> & {
  href: string;
  /** False keeps the page where it is scrolled to. */
  scroll?: boolean;
}) {
  return <a {...rest} data-soft={scroll ? "top" : "stay"} />;
}
