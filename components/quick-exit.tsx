"use client";

import { type MouseEvent, useEffect } from "react";
import styles from "./quick-exit.module.css";

type Words = { leave: string; about: string };

const pressesNeeded = 3;
const withinMs = 1_500;

/**
 * Empties the screen at once, since the other page takes a moment, and replaces this page in the
 * history. The session ends behind it; nobody waits for that.
 */
function leave(href: string, target: string): void {
  document.title = "";
  document.documentElement.hidden = true;
  fetch(href, { keepalive: true, redirect: "manual" }).catch(() => undefined);
  window.location.replace(target);
}

/**
 * The way out of a page that somebody else must not see. Without JavaScript it is a plain link; until
 * this code has come, scripts/setup/start-when-painted.mjs does the same by `data-exit`.
 */
export function QuickExit({ href, target, words }: { href: string; target: string; words: Words }) {
  useEffect(() => {
    let presses: number[] = [];
    const press = ({ key, timeStamp }: KeyboardEvent) => {
      presses = key === "Escape" ? [...presses, timeStamp].slice(-pressesNeeded) : [];
      const [first] = presses;
      if (presses.length < pressesNeeded || first === undefined) return;
      if (timeStamp - first <= withinMs) leave(href, target);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [href, target]);

  const click = (event: MouseEvent) => {
    event.preventDefault();
    leave(href, target);
  };
  return (
    <aside className={styles.bar} aria-label={words.leave}>
      <a className={styles.exit} href={href} rel="nofollow noreferrer" data-exit="" onClick={click}>
        {words.leave}
      </a>
      <span className={styles.about}>{words.about}</span>
    </aside>
  );
}
