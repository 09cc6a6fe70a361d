import { useTranslations } from "next-intl";
import type { Reader } from "@/lib/i18n/locale";

/**
 * A time of day as it stands within a sentence: "1:00 PM", and in Spanish with its article, which
 * follows the hour that is read ("la 1:00 p. m.", "las 13:00").
 */
export function useClockTime({ formatTag }: Pick<Reader, "formatTag">) {
  const t = useTranslations("pins.days");
  return (at: Date | number, timeZone: string): string => {
    const format = new Intl.DateTimeFormat(formatTag, {
      hour: "numeric",
      minute: "2-digit",
      timeZone,
    });
    const hour = Number(format.formatToParts(at).find(({ type }) => type === "hour")?.value);
    return t("clock", { hour, time: format.format(at) });
  };
}
