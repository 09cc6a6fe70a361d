"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ChoiceGroup, TextField } from "@/components/ui/field";
import { CrossIcon, LocateIcon } from "@/components/ui/icons";
import { parseNear } from "@/features/map/camera-url";
import { PlacePicker } from "@/features/map/components/place-picker";
import type { MapSettings } from "@/features/map/schema";
import { useControl } from "@/features/pins/form/components/form-state";
import type { BoundingBox, LngLat } from "@/lib/lng-lat";
import styles from "./where-field.module.css";

type WhereFieldProps = {
  settings: MapSettings;
  /** Where the map looks until a spot is chosen. */
  initialView: BoundingBox;
  /** Whether an address may stand for the spot; a pin that is on the map has one already. */
  asksAddress: boolean;
};

/**
 * Asks a form of a pin where it is: by moving the map, by the device's own place, or by an address.
 * The controls are lng, lat and where; without JavaScript the address alone.
 */
export function WhereField({ settings, initialView, asksAddress }: WhereFieldProps) {
  const t = useTranslations("pins.form.where");
  const lng = useControl("lng");
  const lat = useControl("lat");
  const [spot, setSpot] = useState<LngLat | null>(() => parseNear(`${lng.value},${lat.value}`));
  const [step, setStep] = useState<"idle" | "asking" | "refused">("idle");

  const takeMyPlace = () => {
    if (!("geolocation" in navigator)) return setStep("refused");
    setStep("asking");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setStep("idle");
        setSpot({ lng: coords.longitude, lat: coords.latitude });
      },
      () => setStep("refused"),
      { enableHighAccuracy: true, timeout: 20_000 },
    );
  };

  return (
    <ChoiceGroup question={t("question")} error={lng.error ?? lat.error}>
      <input type="hidden" name="lng" value={spot?.lng ?? ""} />
      <input type="hidden" name="lat" value={spot?.lat ?? ""} />
      <PlacePicker settings={settings} initialView={initialView} value={spot} onPick={setSpot} />
      <div className={`${styles.ways} needs-script`}>
        <Button type="button" look="quiet" icon={<LocateIcon />} onClick={takeMyPlace}>
          {step === "asking" ? t("locating") : t("mine")}
        </Button>
        <p className={styles.spot} role="status">
          {step === "refused" && t("noPlace")}
          {step === "idle" &&
            spot &&
            t("chosen", { spot: `${spot.lat.toFixed(5)}, ${spot.lng.toFixed(5)}` })}
        </p>
        {spot && asksAddress && (
          <Button
            type="button"
            look="plain"
            icon={<CrossIcon size={16} />}
            onClick={() => setSpot(null)}
          >
            {t("forget")}
          </Button>
        )}
      </div>
      {asksAddress && <AddressLine isStreet={spot !== null} />}
    </ChoiceGroup>
  );
}

/** With a chosen spot the line is that spot's street; without one it says where to look. */
function AddressLine({ isStreet }: { isStreet: boolean }) {
  const t = useTranslations("pins.form.where");
  const where = useControl("where");
  const street = useControl("street");
  return (
    <TextField
      name={isStreet ? "street" : "where"}
      label={t("address")}
      hint={t("addressHint")}
      error={where.error ?? street.error}
      defaultValue={where.value || street.value}
      maxLength={200}
      autoComplete="off"
    />
  );
}
