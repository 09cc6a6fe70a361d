import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { GlobeIcon, PhoneIcon, PlaceIcon } from "@/components/ui/icons";
import { addressLines, mapLinks, telephoneOf } from "@/features/pins/detail/rules";
import type { PinDetail } from "@/features/pins/schema";
import { PinPart } from "./pin-part";
import styles from "./pin-place.module.css";

/** Where it is, and how to get there or ask: the person's own apps, no service of anybody's. */
export function PinPlace({ pin }: { pin: PinDetail }) {
  const t = useTranslations("pins.detail");
  const lines = addressLines(pin);
  return (
    <PinPart title={t("where")}>
      {lines.length > 0 ? (
        <address className={styles.address}>
          {lines.map((line) => (
            <bdi key={line}>{line}</bdi>
          ))}
        </address>
      ) : (
        <p>{t("noAddress")}</p>
      )}
      {pin.isApproximate && <p>{t("approximate")}</p>}
      <p className={styles.coordinates}>
        {t("coordinates")}:{" "}
        <bdi className={styles.copied}>{`${pin.lat.toFixed(5)}, ${pin.lng.toFixed(5)}`}</bdi>
      </p>
      <MapLinks pin={pin} />
      <Contact pin={pin} />
    </PinPart>
  );
}

/** Ways to the person's own maps; nothing is loaded from any of them, or told to them, before that. */
function MapLinks({ pin }: { pin: PinDetail }) {
  const t = useTranslations("pins.detail.maps");
  return (
    <ul className={`${styles.maps} not-printed`} aria-label={t("label")}>
      {mapLinks(pin).map(({ app, href }) => (
        <li key={app} className={styles[app]}>
          {app === "device" ? (
            <ButtonLink look="quiet" href={href} icon={<PlaceIcon />}>
              {t(app)}
            </ButtonLink>
          ) : (
            <a href={href} rel="noreferrer">
              {t(app)}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

function Contact({ pin: { phone, website } }: { pin: PinDetail }) {
  const t = useTranslations("pins.detail");
  if (!phone && !website) return null;
  const dialled = phone && telephoneOf(phone);
  return (
    <div className={styles.contact}>
      {phone && dialled && (
        <ButtonLink look="quiet" href={`tel:${dialled}`} icon={<PhoneIcon />}>
          {t("call", { phone })}
        </ButtonLink>
      )}
      {phone && !dialled && <p>{t("phone", { phone })}</p>}
      {website && (
        <ButtonLink
          look="quiet"
          href={website}
          rel="nofollow ugc noopener noreferrer"
          icon={<GlobeIcon />}
        >
          {t("website", { host: new URL(website).host })}
        </ButtonLink>
      )}
    </div>
  );
}
