import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { AskFirst } from "@/features/pins/detail/components/ask-first";
import { ExceptionsNotice } from "@/features/pins/hours/exceptions/components/exceptions-notice";
import { PeriodNotice } from "@/features/pins/hours/period/components/period-notice";
import type { PinDetail } from "@/features/pins/schema";
import { formatAge, formatDay } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";

/** What one must know before anything else: not in operation, in doubt, unseen for long, held, new, made up. */
export function PinBanners({ pin, now, reader }: { pin: PinDetail; now: Date; reader: Reader }) {
  const t = useTranslations("pins.detail");
  const { status, pausedUntil, doubt, doubtedAt, timeZone } = pin;
  return (
    <>
      <PeriodNotice pin={pin} now={now} reader={reader} />
      <ExceptionsNotice pin={pin} now={now} reader={reader} />
      {pin.visibility === "held" && (
        <Notice tone="warn">
          <p>{t("held")}</p>
        </Notice>
      )}
      {status === "paused" && (
        <Notice tone="warn" title={t("status.pausedTitle")}>
          <p>
            {pausedUntil
              ? t("status.pausedUntil", { date: formatDay(pausedUntil, timeZone, reader) })
              : t("status.paused")}
          </p>
        </Notice>
      )}
      {(status === "closed" || status === "gone") && (
        <Notice tone="bad" title={t(`status.${status}Title`)}>
          <p>{t(`status.${status}`)}</p>
        </Notice>
      )}
      {doubt && (
        <Notice tone="warn" title={t(`doubt.${doubt}Title`)}>
          {doubtedAt && (
            <p>{t("doubt.since", { age: formatAge(doubtedAt, now, timeZone, reader) })}</p>
          )}
        </Notice>
      )}
      <AskFirst pin={pin} />
      {pin.freshness === "new" && (
        <Notice tone="note">
          <p>{t("new")}</p>
        </Notice>
      )}
      {pin.isSample && (
        <Notice tone="old">
          <p>{t("sample")}</p>
        </Notice>
      )}
    </>
  );
}
