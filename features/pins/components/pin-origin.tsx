import { useTranslations } from "next-intl";
import type { PinDetail } from "@/features/pins/schema";
import { formatDay } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";
import styles from "./pin-origin.module.css";

/** Where the listing comes from, under which licence, and its short code. */
export function PinOrigin({ pin, reader }: { pin: PinDetail; reader: Reader }) {
  const t = useTranslations("pins.detail");
  const { source, licence, addedBy } = pin;
  const date = formatDay(pin.createdAt, pin.timeZone, reader);
  return (
    <footer className={styles.origin}>
      {source && (
        <p>
          {t("source")}: {licence ? t("sourceLicence", { source, licence }) : source}
        </p>
      )}
      <p>{addedBy ? t("addedBy", { name: addedBy.displayName, date }) : t("addedOn", { date })}</p>
      <p>{t("code", { code: pin.code })}</p>
    </footer>
  );
}
