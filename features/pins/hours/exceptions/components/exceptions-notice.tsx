import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { presentExceptions } from "@/features/pins/hours/exceptions/rules";
import type { DayException } from "@/features/pins/hours/exceptions/schema";
import type { Reader } from "@/lib/i18n/locale";
import { dateAt } from "@/lib/time-zone";
import { ExceptionWords } from "./exception-words";

type Props = {
  pin: { exceptions: readonly DayException[]; timeZone: string };
  now: Date;
  reader: Reader;
};

/** What is not as usual today or soon, before anything else; gone by itself after the last day. */
export function ExceptionsNotice({ pin, now, reader }: Props) {
  const t = useTranslations("pins.exceptions");
  const today = dateAt(now, pin.timeZone);
  const present = presentExceptions(pin.exceptions, today);
  if (present.length === 0) return null;
  return (
    <Notice tone="warn" title={t("title")}>
      {present.map((exception) => (
        <p key={JSON.stringify(exception)}>
          <strong>
            <ExceptionWords exception={exception} today={today} reader={reader} />
          </strong>
          {exception.note && ` – ${exception.note}`}
          {exception.effect === "moved" && exception.point && (
            <>
              {" "}
              <a href={`geo:${exception.point.lat},${exception.point.lng}`}>{t("mapLink")}</a>
            </>
          )}
        </p>
      ))}
    </Notice>
  );
}
