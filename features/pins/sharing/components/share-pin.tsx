import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { MessageIcon } from "@/components/ui/icons";
import { kindOf } from "@/features/kinds/index";
import { decidingWords } from "@/features/kinds/rules";
import { PinPart } from "@/features/pins/components/pin-part";
import { useSurenessWords } from "@/features/pins/components/sureness-line";
import { addressLine, type DayHours } from "@/features/pins/detail/rules";
import { useExceptionWords } from "@/features/pins/hours/exceptions/components/exception-words";
import { presentExceptions } from "@/features/pins/hours/exceptions/rules";
import { periodOf } from "@/features/pins/hours/period/rules";
import { useClockTime } from "@/features/pins/hours/words/components/clock-time";
import { useHoursWords } from "@/features/pins/hours/words/components/hours-words";
import type { PinDetail } from "@/features/pins/schema";
import { hoursByDay, smsLink, spokenLink, textMessage } from "@/features/pins/sharing/rules";
import {
  formatDay,
  formatMoment,
  formatShortDay,
  formatTime,
  formatWeekday,
} from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";
import { dateAt } from "@/lib/time-zone";
import { QrCode } from "./qr-code";
import styles from "./share-pin.module.css";
import { ShareTools } from "./share-tools";

type Props = {
  pin: PinDetail;
  /** The coming week; null where the hours are not known, or not all certain. */
  days: readonly DayHours[] | null;
  /** The short link: it holds nothing of what the finder searched for. */
  link: string;
  now: Date;
  reader: Reader;
};

/** Handing it on: as a text, by the device's own ways, on paper, as an address to type or scan. */
export function SharePin(props: Props) {
  const { pin, link, now, reader } = props;
  const t = useTranslations("pins.share");
  const text = useMessageText(props);
  const date = formatMoment(now, pin.timeZone, reader);
  return (
    <PinPart title={<span className="not-printed">{t("title")}</span>}>
      <div className="not-printed">
        <ShareTools
          sms={
            <ButtonLink
              className={styles.sms}
              look="quiet"
              href={smsLink(text)}
              icon={<MessageIcon />}
            >
              {t("sms")}
            </ButtonLink>
          }
          title={pin.name}
          text={text}
          link={link}
          words={{
            copy: t("copy"),
            copied: t("copied"),
            selected: t("selected"),
            share: t("share"),
            notShared: t("notShared"),
            print: t("print"),
            text: t("text"),
          }}
        />
      </div>
      <div className={styles.link}>
        <QrCode text={link} label={t("qr", { code: pin.code })} />
        <div>
          <p className={styles.note}>{t("link")}</p>
          <bdi className={styles.address}>
            {spokenLink(link).slice(0, -pin.code.length)}
            <wbr />
            <span>{pin.code}</span>
          </bdi>
          <p className={`${styles.note} ${styles.printed}`}>{t("printed", { date })}</p>
        </div>
      </div>
    </PinPart>
  );
}

/** The whole text: what a person needs who gets it on a phone without internet. */
function useMessageText({ pin, days, link, now, reader }: Props): string {
  const t = useTranslations("pins.share");
  const words = useTranslations("pins");
  const sureness = useSurenessWords(pin, now, reader);
  const opening = useOpeningText({ pin, days, now, reader });
  // Dates, not "tomorrow": it is read later.
  const exceptionWords = useExceptionWords({ today: null, reader });
  const exceptions = presentExceptions(pin.exceptions, dateAt(now, pin.timeZone));
  const kind = kindOf(pin.kind);
  const deciding = decidingWords(kind, pin.details, reader.locale);
  return textMessage(
    [
      pin.isSample ? words("detail.sample") : null,
      pin.name,
      [kind.words[reader.locale].one, ...deciding].join(" · "),
      addressLine(pin),
      opening,
      ...exceptions.map(exceptionWords),
      pin.phone && t("phone", { phone: pin.phone }),
      pin.doubt && words(`doubt.${pin.doubt}`),
      t("asOf", { date: formatDay(now, pin.timeZone, reader), sureness }),
    ],
    link,
  );
}

/** The hours of the coming week by name of day, since "tomorrow" is wrong a day later. */
function useOpeningText({ pin, days, now, reader }: Omit<Props, "link">): string {
  const t = useTranslations("pins");
  const hoursWords = useHoursWords(reader);
  const clockTime = useClockTime(reader);
  const { status, pausedUntil, timeZone } = pin;
  if (status === "paused" && pausedUntil) {
    return t("open.pausedUntil", { date: formatDay(pausedUntil, timeZone, reader) });
  }
  if (status !== "open") return t(`open.${status}`);
  const said = pin.hoursText ?? (pin.openingHours && hoursWords(pin.openingHours));
  const hoursSaid = said ? t("open.said", { hours: said }) : t("open.unknown");
  const { firstDay, lastDay } = periodOf(pin.details);
  const calendarDay = (day: string) => formatDay(new Date(`${day}T12:00:00Z`), "UTC", reader);
  const today = dateAt(now, timeZone);
  if (lastDay && lastDay < today) return t("open.ended", { date: calendarDay(lastDay) });
  if (firstDay && firstDay > today)
    return `${t("open.begins", { date: calendarDay(firstDay) })}. ${hoursSaid}`;
  if (!days) return hoursSaid;
  const { opensAt } = pin;
  if (opensAt && days.every(({ openings }) => openings.length === 0)) {
    const date = formatShortDay(opensAt, timeZone, reader);
    return `${t("open.opensOn", { date, time: clockTime(opensAt, timeZone) })}. ${hoursSaid}`;
  }
  const time = (at: Date) => formatTime(at, timeZone, reader);
  const hours = ({ isAllDay, openings }: DayHours) => {
    if (isAllDay) return t("share.allDay");
    if (openings.length === 0) return t("share.shut");
    return openings
      .map(({ opensAt, closesAt }) =>
        t("detail.span", { from: time(opensAt), until: time(closesAt) }),
      )
      .join(", ");
  };
  if (days.every(({ isAllDay }) => isAllDay)) return t("open.always");
  const byDay = days.map((day) => ({
    day: formatWeekday(day.startsAt, timeZone, reader, "short"),
    hours: hours(day),
  }));
  return t("share.week", { hours: hoursByDay(byDay) });
}
