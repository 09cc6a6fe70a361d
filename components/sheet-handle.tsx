"use client";

import { type PointerEvent, useRef, useState } from "react";
import styles from "./sheet-handle.module.css";
import { DownIcon, UpIcon } from "./ui/icons";

export type SheetWords = { moreOfTheList: string; moreOfTheMap: string };

const swipePixels = 24;

/**
 * Moves the sheet between its three stops: `peek` (nearly all map), `half`, and full, which is the
 * page scrolled until the list has the screen. By button, or by dragging this row up or down.
 */
export function SheetHandle({ words, frameId }: { words: SheetWords; frameId: string }) {
  const row = useRef<HTMLDivElement>(null);
  const pressedAt = useRef<number | null>(null);
  const [isPeeking, setPeeking] = useState(false);

  const peek = (wanted: boolean) => {
    setPeeking(wanted);
    const frame = document.getElementById(frameId);
    if (wanted) frame?.setAttribute("data-stop", "peek");
    else frame?.removeAttribute("data-stop");
  };

  const showList = () => {
    if (isPeeking) return peek(false);
    const top = row.current?.getBoundingClientRect().top ?? 0;
    window.scrollBy({ top, behavior: "smooth" });
  };

  const showMap = () => {
    if (window.scrollY > 8) window.scrollTo({ top: 0, behavior: "smooth" });
    else peek(true);
  };

  const press = (event: PointerEvent<HTMLDivElement>) => {
    pressedAt.current = event.clientY;
  };

  const release = (event: PointerEvent<HTMLDivElement>) => {
    const from = pressedAt.current;
    pressedAt.current = null;
    if (from === null) return;
    const moved = event.clientY - from;
    if (moved > swipePixels) showMap();
    if (moved < -swipePixels) showList();
  };

  return (
    <div
      ref={row}
      className={`${styles.row} needs-script not-printed`}
      onPointerDown={press}
      onPointerUp={release}
      onPointerCancel={() => {
        pressedAt.current = null;
      }}
    >
      <button type="button" onClick={showMap} disabled={isPeeking}>
        <DownIcon size={18} />
        {words.moreOfTheMap}
      </button>
      <span className={styles.bar} />
      <button type="button" onClick={showList}>
        {words.moreOfTheList}
        <UpIcon size={18} />
      </button>
    </div>
  );
}
