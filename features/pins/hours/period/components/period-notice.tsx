import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { periodOf, periodState } from "@/features/pins/hours/period/rules";
import type { PinDetail } from "@/features/pins/schema";
import { formatDay } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";
import { dateAt } from "@/lib/time-zone";

type Props = {
  pin: Pick<PinDetail, "details" | "timeZone" | "status">;
  now: Date;
  reader: Reader;
};

/** Says of a drive or a season that it has not begun, and when it will, or that it is over. */
export function PeriodNotice({ pin, now, reader }: Props) {
  const t = useTranslations("pins.period");
  const period = periodOf(pin.details);
  const state = periodState(period, dateAt(now, pin.timeZone));
  const isNoMore = pin.status === "closed" || pin.status === "gone";
  if (state === "during" || isNoMore) return null;
  const day = (date: string | null) =>
    date ? formatDay(new Date(`${date}T12:00:00Z`), "UTC", reader) : "";
  const [first, last] = [day(period.firstDay), day(period.lastDay)];
  if (state === "after") {
    return (
      <Notice tone="warn" title={t("afterTitle")}>
        <p>{t("after", { last })}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="warn" title={t("beforeTitle")}>
      <p>{last ? t("beforeUntil", { first, last }) : t("before", { first })}</p>
    </Notice>
  );
}
