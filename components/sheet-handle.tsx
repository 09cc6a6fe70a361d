"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { type PointerEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import styles from "./sheet-handle.module.css";
import { DownIcon, SearchIcon, UpIcon } from "./ui/icons";

export type SheetWords = {
  moreOfTheList: string;
  moreOfTheMap: string;
  search: string;
  /** What screen readers hear when the sheet has come to a stop. */
  stops: Record<Stop, string>;
};

/** From the map's to the list's: nearly all map, half, and the page scrolled until the list is all. */
const stops = ["peek", "half", "full"] as const;
type Stop = (typeof stops)[number];

type Drag = { fromY: number; fromTop: number; fromStop: Stop; scrollY: number; hasMoved: boolean };

/** Less is a tap that trembled. */
const dragPixels = 8;
/** A late font moves what is above by some lines; the list has the screen all the same. */
const settlePixels = 24;
const slide = { duration: 180, easing: "ease-out" };

const stopAfter = (stop: Stop, step: 1 | -1): Stop => stops[stops.indexOf(stop) + step] ?? stop;

const searchBox = () =>
  document.querySelector<HTMLInputElement>("#main search input:not([type=hidden])");

/**
 * Moves the sheet between its three stops: by button, or by dragging this row. The page itself
 * scrolls, so that the list reads without JavaScript too: only `peek` is an attribute of the frame.
 */
export function SheetHandle({
  words,
  frameId,
  mapParameters,
}: {
  words: SheetWords;
  frameId: string;
  /** What in the address is about the map alone: when it changes, the list stays the same. */
  mapParameters: readonly string[];
}) {
  const row = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag | null>(null);
  const [stop, setStop] = useState<Stop>("half");
  const [said, setSaid] = useState<Stop | null>(null);
  const [canSearch, setSearchable] = useState(false);

  const rowTop = () => row.current?.getBoundingClientRect().top ?? 0;
  /** Where the page is scrolled to when the list has the screen, wherever the sheet slides just now. */
  const fullScroll = () => row.current?.parentElement?.offsetTop ?? 0;

  /** Lays the page out for a stop and lets the sheet slide there from where it is. */
  const moveTo = (wanted: Stop) => {
    const before = rowTop();
    const sheet = row.current?.parentElement;
    sheet?.style.removeProperty("translate");
    document.getElementById(frameId)?.setAttribute("data-stop", wanted);
    window.scrollTo({ top: 0, behavior: "instant" });
    if (wanted === "full") window.scrollTo({ top: fullScroll(), behavior: "instant" });
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const from = { translate: `0 ${before - rowTop()}px` };
    if (!isCalm) sheet?.animate([from, { translate: "0 0" }], slide);
    setStop(wanted);
    setSaid(wanted);
  };

  const search = () => {
    moveTo("half");
    searchBox()?.focus();
  };

  const follow = useEffectEvent(() => {
    const isFull = window.scrollY > fullScroll() - settlePixels;
    setSearchable(isFull && searchBox() !== null);
    setStop((now) => (isFull ? "full" : now === "full" ? "half" : now));
  });
  useEffect(() => {
    const onScroll = () => drag.current?.hasMoved || follow();
    addEventListener("scroll", onScroll, { passive: true });
    return () => removeEventListener("scroll", onScroll);
  }, []);

  // Another page beside the map: it is what one wants to read.
  const pathname = usePathname();
  const showPage = useEffectEvent(() => {
    document.getElementById(frameId)?.removeAttribute("data-stop");
    setStop("half");
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the page changes
  useEffect(showPage, [pathname]);

  // Another list, asked for where hardly any of it is in sight.
  const list = new URLSearchParams(useSearchParams());
  for (const name of mapParameters) list.delete(name);
  const showList = useEffectEvent(() => stop === "peek" && showPage());
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the list changes
  useEffect(() => void showList(), [list.toString()]);

  const move = ({ clientY }: globalThis.PointerEvent) => {
    const now = drag.current;
    if (!now) return;
    const moved = clientY - now.fromY;
    if (!now.hasMoved && Math.abs(moved) < dragPixels) return;
    now.hasMoved = true;
    if (now.fromStop === "full" || (now.fromStop === "half" && moved < 0)) {
      window.scrollTo({ top: now.scrollY - moved, behavior: "instant" });
      return;
    }
    // Below half the map is laid out at its largest once, and the sheet hangs over it.
    document.getElementById(frameId)?.setAttribute("data-stop", "peek");
    const sheet = row.current?.parentElement;
    sheet?.style.removeProperty("translate");
    const lift = Math.min(0, now.fromTop + moved - rowTop());
    sheet?.style.setProperty("translate", `0 ${lift}px`);
  };

  const release = ({ clientY }: globalThis.PointerEvent) => {
    removeEventListener("pointermove", move);
    removeEventListener("pointerup", release);
    removeEventListener("pointercancel", release);
    const ended = drag.current;
    drag.current = null;
    if (!ended?.hasMoved) return;
    const moved = clientY - ended.fromY;
    const isFar = Math.abs(moved) > window.innerHeight / 2;
    const step = moved < 0 ? 1 : -1;
    const next = stopAfter(ended.fromStop, step);
    moveTo(isFar ? stopAfter(next, step) : next);
  };

  /** The thumb soon leaves the row, so the window listens until it is lifted. */
  const press = ({ clientY }: PointerEvent) => {
    const { scrollY } = window;
    drag.current = { fromY: clientY, fromTop: rowTop(), fromStop: stop, scrollY, hasMoved: false };
    addEventListener("pointermove", move);
    addEventListener("pointerup", release);
    addEventListener("pointercancel", release);
  };

  return (
    <div ref={row} className={`${styles.row} needs-script not-printed`} onPointerDown={press}>
      <button
        type="button"
        aria-disabled={stop === "peek"}
        onClick={() => moveTo(stopAfter(stop, -1))}
      >
        <DownIcon size={18} />
        <span>{words.moreOfTheMap}</span>
      </button>
      <i className={styles.bar} />
      {stop === "full" && canSearch ? (
        <button type="button" onClick={search}>
          <span>{words.search}</span>
          <SearchIcon size={18} />
        </button>
      ) : (
        <button
          type="button"
          aria-disabled={stop === "full"}
          onClick={() => moveTo(stopAfter(stop, 1))}
        >
          <span>{words.moreOfTheList}</span>
          <UpIcon size={18} />
        </button>
      )}
      <span className="hidden-text" role="status">
        {said && words.stops[said]}
      </span>
    </div>
  );
}
