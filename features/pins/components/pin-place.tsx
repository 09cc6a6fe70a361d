import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { GlobeIcon, PhoneIcon, PlaceIcon } from "@/components/ui/icons";
import type { PinDetail } from "@/features/pins/schema";
import { PinPart } from "./pin-part";
import styles from "./pin-place.module.css";

/** Where it is, and how to get there or ask: the person's own apps, no service of anybody's. */
export function PinPlace({ pin }: { pin: PinDetail }) {
  const t = useTranslations("pins.detail");
  const town = [pin.city, [pin.region, pin.postcode].filter(Boolean).join(" ")].filter(Boolean);
  const lines = [pin.street, town.join(", ")].filter(Boolean);
  const coordinates = `${pin.lat.toFixed(5)}, ${pin.lng.toFixed(5)}`;
  const geoUri = `geo:${pin.lat.toFixed(5)},${pin.lng.toFixed(5)}`;
  return (
    <PinPart title={t("where")}>
      {lines.length > 0 ? (
        <address className={styles.address}>
          {lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </address>
      ) : (
        <p>{t("noAddress")}</p>
      )}
      {pin.isApproximate && <p>{t("approximate")}</p>}
      <p className={styles.coordinates}>
        {t("coordinates")}: <span className={styles.copied}>{coordinates}</span>
      </p>
      <div className={`${styles.ways} not-printed`}>
        <ButtonLink look="quiet" href={geoUri} icon={<PlaceIcon />}>
          {t("openInMaps")}
        </ButtonLink>
        {pin.phone && (
          <ButtonLink look="quiet" href={`tel:${telephoneOf(pin.phone)}`} icon={<PhoneIcon />}>
            {t("call", { phone: pin.phone })}
          </ButtonLink>
        )}
        {pin.website && (
          <ButtonLink
            look="quiet"
            href={pin.website}
            rel="nofollow ugc noopener noreferrer"
            icon={<GlobeIcon />}
          >
            {t("website", { host: new URL(pin.website).host })}
          </ButtonLink>
        )}
      </div>
    </PinPart>
  );
}

/** Digits, with the plus of an international number; an extension is left to the person. */
const telephoneOf = (phone: string) =>
  phone.replace(/(?:ext|x)\.?\s*\d+.*$/i, "").replace(/[^\d+]/g, "");
