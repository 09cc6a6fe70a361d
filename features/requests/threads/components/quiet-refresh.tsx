"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { secondMs } from "@/lib/clock";

/** Looks for news now and then, and when the page comes into view; what is being typed stays. */
export function QuietRefresh({ everySeconds = 20 }: { everySeconds?: number }) {
  const { refresh } = useRouter();
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible" && navigator.onLine) refresh();
    };
    const timer = setInterval(look, everySeconds * secondMs);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [everySeconds, refresh]);
  return null;
}
