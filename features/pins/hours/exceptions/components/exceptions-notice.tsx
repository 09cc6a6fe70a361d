import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { Notice } from "@/components/ui/notice";
import { MapLinks } from "@/features/pins/detail/components/map-links";
import { type Located, movedTo } from "@/features/pins/detail/rules";
import { presentExceptions } from "@/features/pins/hours/exceptions/rules";
import type { DayException } from "@/features/pins/hours/exceptions/schema";
import type { Reader } from "@/lib/i18n/locale";
import { dateAt } from "@/lib/time-zone";
import { ExceptionWords } from "./exception-words";

type Props = {
  pin: Located & { exceptions: readonly DayException[]; timeZone: string };
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
        <Fragment key={JSON.stringify(exception)}>
          <p>
            <strong>
              <ExceptionWords exception={exception} today={today} reader={reader} />
            </strong>
            {exception.note && ` – ${exception.note}`}
          </p>
          <WayToMove pin={pin} exception={exception} />
        </Fragment>
      ))}
    </Notice>
  );
}

/** The way to where it will be, where somebody has said that exactly. */
function WayToMove({ pin, exception }: { pin: Props["pin"]; exception: DayException }) {
  const t = useTranslations("pins.exceptions");
  const place = exception.effect === "moved" ? movedTo(pin, exception) : null;
  return place && <MapLinks to={place} label={t("mapLink")} />;
}
