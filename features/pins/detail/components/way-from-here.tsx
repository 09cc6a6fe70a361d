"use client";

import { useState } from "react";
import { walkingMinutes } from "@/features/pins/detail/way/rules";
import { formatDistance } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";
import { distanceMetres, type LngLat } from "@/lib/lng-lat";
import styles from "./way-from-here.module.css";

/** `away` holds {distance}, `onFoot` {minutes}. */
type Words = Record<"ask" | "asking" | "noPlace" | "away" | "onFoot", string>;

/**
 * Asks the device where it is, only when pressed, and says how far that is. Where the person stands
 * never leaves the page.
 */
export function WayFromHere({ to, reader, words }: { to: LngLat; reader: Reader; words: Words }) {
  const [step, setStep] = useState<"idle" | "asking" | "refused">("idle");
  const [metres, setMetres] = useState<number | null>(null);

  const ask = () => {
    if (step === "asking") return;
    if (!("geolocation" in navigator)) return setStep("refused");
    setStep("asking");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setMetres(distanceMetres({ lng: coords.longitude, lat: coords.latitude }, to));
        setStep("idle");
      },
      () => setStep("refused"),
      { maximumAge: 300_000, timeout: 15_000 },
    );
  };

  const minutes = metres === null ? null : walkingMinutes(metres);
  const way = [
    metres !== null && words.away.replace("{distance}", formatDistance(metres, reader)),
    minutes !== null && words.onFoot.replace("{minutes}", String(minutes)),
  ];
  return (
    <span className="needs-script not-printed">
      {metres === null && (
        <button
          type="button"
          className={styles.ask}
          aria-disabled={step === "asking"}
          onClick={ask}
        >
          {step === "asking" ? words.asking : words.ask}
        </button>
      )}
      <span role="status">
        {step === "refused" ? words.noPlace : way.filter(Boolean).join(", ")}
      </span>
    </span>
  );
}
