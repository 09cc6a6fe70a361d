import { useTranslations } from "next-intl";
import { walkingMinutes } from "@/features/pins/detail/way/rules";
import { isOwnPlace } from "@/features/pins/find/rules";
import type { Standpoint } from "@/features/pins/find/schema";
import type { PinDetail } from "@/features/pins/schema";
import { formatDistance } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";
import { distanceMetres } from "@/lib/lng-lat";
import { WayFromHere } from "./way-from-here";

/**
 * How far it is from what the address measures from, and, where that is the person's own place, how
 * long it takes on foot. Else a button tells it from where the device is.
 */
export function WayThere({
  pin,
  from,
  reader,
}: {
  pin: PinDetail;
  from: Standpoint;
  reader: Reader;
}) {
  const t = useTranslations("pins.detail");
  const { near, place, isMapMiddle } = from;
  const metres = near && distanceMetres(near, pin);
  const distance = metres === null ? "" : formatDistance(metres, reader);
  if (metres !== null && isOwnPlace(from)) {
    const minutes = walkingMinutes(metres);
    return (
      <span className="not-printed">
        {t("away", { distance })}
        {minutes !== null && `, ${t("onFoot", { minutes })}`}
      </span>
    );
  }
  return (
    <>
      {metres !== null && (
        <span className="not-printed">
          {isMapMiddle ? t("awayFromMiddle", { distance }) : t("awayFrom", { distance, place })}
        </span>
      )}
      <WayFromHere
        to={{ lng: pin.lng, lat: pin.lat }}
        reader={reader}
        words={{
          ask: t("howFar"),
          asking: t("howFarAsking"),
          noPlace: t("noPlace"),
          away: t("away", { distance: "{distance}" }),
          onFoot: t("onFoot", { minutes: "{minutes}" }),
        }}
      />
    </>
  );
}
