"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** A press that the browser is to handle by itself: in a new tab, to be saved, already answered. */
const isForBrowser = ({
  defaultPrevented,
  button,
  metaKey,
  ctrlKey,
  shiftKey,
  altKey,
}: MouseEvent) => defaultPrevented || button !== 0 || metaKey || ctrlKey || shiftKey || altKey;

/** Follows the links of components/ui/link.tsx without loading the page anew; one listener for all. */
export function SoftLinks() {
  const router = useRouter();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const pressed = event.target instanceof Element ? event.target : null;
      const link = pressed?.closest<HTMLAnchorElement>("a[data-soft]");
      if (!link || isForBrowser(event) || link.target || link.origin !== location.origin) return;
      if (link.hasAttribute("download")) return;
      event.preventDefault();
      router.push(`${link.pathname}${link.search}${link.hash}`, {
        scroll: link.dataset.soft !== "stay",
      });
    };
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [router]);
  return null;
}
