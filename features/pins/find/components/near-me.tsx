"use client";

import { useState, useTransition } from "react";
import { useGo } from "@/components/soft-links";
import { Button } from "@/components/ui/button";
import { LocateIcon } from "@/components/ui/icons";
import { hrefAsking, roundedPoint } from "@/features/pins/find/typing/rules";
import styles from "./near-me.module.css";

/**
 * Asks the device where it is, only when pressed, and goes to the list around that point.
 * Without JavaScript it is not shown; the search box does its work.
 */
export function NearMe({
  nowhere,
  words,
}: {
  /** The address that asks the same without a place. */
  nowhere: string;
  words: { nearMe: string; locating: string; noPlace: string; asked: string };
}) {
  const go = useGo();
  const [isGoing, startGoing] = useTransition();
  const [step, setStep] = useState<"idle" | "asking" | "refused">("idle");

  const ask = () => {
    if (!("geolocation" in navigator)) return setStep("refused");
    setStep("asking");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setStep("idle");
        const near = roundedPoint({ lng: coords.longitude, lat: coords.latitude });
        startGoing(() => go(hrefAsking(nowhere, `near=${near}`)));
      },
      () => setStep("refused"),
      { maximumAge: 300_000, timeout: 15_000 },
    );
  };

  const isBusy = step === "asking" || isGoing;
  return (
    <>
      <Button
        type="button"
        look="quiet"
        className={`${styles.button} needs-script`}
        icon={<LocateIcon />}
        aria-disabled={isBusy}
        onClick={() => !isBusy && ask()}
      >
        {isBusy ? words.locating : words.nearMe}
      </Button>
      {/* Where "food near me" leads; shown only then (:target). */}
      <p className={styles.asked} id="near-me">
        {words.asked}
      </p>
      <p className={styles.message} role="status">
        {step === "refused" && words.noPlace}
      </p>
    </>
  );
}
