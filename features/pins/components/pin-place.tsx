import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { GlobeIcon, PhoneIcon } from "@/components/ui/icons";
import { MapLinks } from "@/features/pins/detail/components/map-links";
import { addressLines, type Located, movedTo, telephoneOf } from "@/features/pins/detail/rules";
import { ExceptionWords } from "@/features/pins/hours/exceptions/components/exception-words";
import { moveOn } from "@/features/pins/hours/exceptions/rules";
import type { PinDetail } from "@/features/pins/schema";
import type { Reader } from "@/lib/i18n/locale";
import { dateAt } from "@/lib/time-zone";
import { PinPart } from "./pin-part";
import styles from "./pin-place.module.css";

/**
 * Where it is, and how to get there or ask: the person's own apps, no service of anybody's. While it
 * is elsewhere, that place comes first, and the ways lead there where it is known exactly.
 */
export function PinPlace({ pin, now, reader }: { pin: PinDetail; now: Date; reader: Reader }) {
  const t = useTranslations("pins.detail");
  const today = dateAt(now, pin.timeZone);
  const move = moveOn(pin.exceptions, today);
  const moved = move && movedTo(pin, move);
  return (
    <PinPart title={t("where")}>
      {move && (
        <p>
          <strong>
            <ExceptionWords exception={move} today={today} reader={reader} />
          </strong>
        </p>
      )}
      {moved && <Spot place={moved} />}
      {move && <p className={styles.usual}>{t("usualPlace")}</p>}
      <Address pin={pin} />
      {!moved && <Spot place={pin} />}
      <Contact pin={pin} />
    </PinPart>
  );
}

function Address({ pin }: { pin: PinDetail }) {
  const t = useTranslations("pins.detail");
  const lines = addressLines(pin);
  return (
    <>
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
    </>
  );
}

function Spot({ place }: { place: Located }) {
  const t = useTranslations("pins.detail");
  return (
    <>
      <p className={styles.coordinates}>
        {t("coordinates")}:{" "}
        <bdi className={styles.copied}>{`${place.lat.toFixed(5)}, ${place.lng.toFixed(5)}`}</bdi>
      </p>
      <MapLinks to={place} />
    </>
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
