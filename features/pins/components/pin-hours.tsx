import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { PlannedDays } from "@/features/pins/hours/preview/components/planned-days";
import { comingDays, neverOpens } from "@/features/pins/hours/rules";
import { useHoursWords } from "@/features/pins/hours/words/components/hours-words";
import type { PinDetail } from "@/features/pins/schema";
import type { Reader } from "@/lib/i18n/locale";
import styles from "./pin-hours.module.css";
import { PinPart } from "./pin-part";

/** The coming seven days in words, and the hours as their source wrote them. */
export function PinHours({
  pin,
  asked,
  canEdit,
  now,
  reader,
}: {
  pin: PinDetail;
  /** What the list asked for, as a query string: the links keep it. */
  asked: string;
  /** Whoever can mend the hours is told where they look wrong. */
  canEdit: boolean;
  now: Date;
  reader: Reader;
}) {
  const t = useTranslations("pins.detail");
  const words = useHoursWords(reader);
  const said = pin.hoursText ?? (pin.openingHours && words(pin.openingHours));
  const days = comingDays(pin, now, 7);
  return (
    <PinPart title={t("hours")}>
      {days && <PlannedDays days={days} exceptions={pin.exceptions} reader={reader} />}
      {said ? (
        <p className={styles.said}>
          {pin.hoursText ? t("hoursSaid", { hours: said }) : said}
          {!days && ` ${t("weekUnknown")}`}
        </p>
      ) : (
        <p>
          {t("hoursUnknown")} <Link href={`/pins/${pin.id}/edit${asked}`}>{t("hoursAsk")}</Link>
        </p>
      )}
      {canEdit && neverOpens(pin, now) && (
        <p className={styles.warning}>
          {t("neverOpens")} <Link href={`/pins/${pin.id}/edit${asked}`}>{t("neverOpensAsk")}</Link>
        </p>
      )}
      {days && <p className={styles.said}>{t("zone", { zone: pin.timeZone })}</p>}
    </PinPart>
  );
}
