import { useTranslations } from "next-intl";
import { walkingMinutes } from "@/features/pins/detail/rules";
import type { PinDetail } from "@/features/pins/schema";
import { formatDistance } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";
import { distanceMetres, type LngLat } from "@/lib/lng-lat";

/** Where the person looks from: what the address says; the device is never asked. */
export type Standpoint = {
  near: LngLat | null;
  /** What that point is called; empty for one without a name. */
  place: string;
};

/** How far it is from where the person looked around, and how long that takes on foot. */
export function WayThere({
  pin,
  from: { near, place },
  reader,
}: {
  pin: PinDetail;
  from: Standpoint;
  reader: Reader;
}) {
  const t = useTranslations("pins.detail");
  if (!near) return null;
  const metres = distanceMetres(near, pin);
  const distance = formatDistance(metres, reader);
  const minutes = walkingMinutes(metres);
  return (
    <span className="not-printed">
      {place ? t("awayFrom", { distance, place }) : t("away", { distance })}
      {minutes !== null && `, ${t("onFoot", { minutes })}`}
    </span>
  );
}
