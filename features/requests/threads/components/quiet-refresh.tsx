"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { minuteMs, secondMs } from "@/lib/clock";

const everyMs = 20 * secondMs;
/** A page that nobody touches for so long asks no more: it must not keep a session awake. */
const restMs = 10 * minuteMs;

/** Looks for news now and then, and when the page comes into view; what is being typed stays. */
export function QuietRefresh() {
  const { refresh } = useRouter();
  useEffect(() => {
    let touchedAt = performance.now();
    const touch = () => {
      touchedAt = performance.now();
    };
    const look = () => {
      const isAwake = performance.now() - touchedAt < restMs;
      if (isAwake && document.visibilityState === "visible" && navigator.onLine) refresh();
    };
    const timer = setInterval(look, everyMs);
    const touches = ["pointerdown", "keydown"] as const;
    for (const name of touches) document.addEventListener(name, touch, { passive: true });
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      for (const name of touches) document.removeEventListener(name, touch);
      document.removeEventListener("visibilitychange", look);
    };
  }, [refresh]);
  return null;
}
