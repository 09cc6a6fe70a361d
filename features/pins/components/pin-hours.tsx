import Link from "next/link";
import { useTranslations } from "next-intl";
import type { OpenTime } from "@/features/pins/hours/rules";
import type { PinDetail } from "@/features/pins/schema";
import { dayMs } from "@/lib/clock";
import { daysBetween, formatTime, formatWeekday } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";
import styles from "./pin-hours.module.css";
import { PinPart } from "./pin-part";

type Props = {
  pin: PinDetail;
  /** The open times from the start of today for seven days; null where they are not known. */
  week: readonly OpenTime[] | null;
  now: Date;
  reader: Reader;
};

/** The coming seven days in words, and the hours as their source wrote them. */
export function PinHours({ pin, week, now, reader }: Props) {
  const t = useTranslations("pins.detail");
  const said = pin.hoursText ?? pin.openingHours;
  return (
    <PinPart title={t("hours")}>
      {week && <Week pin={pin} week={week} now={now} reader={reader} />}
      {said ? (
        <p className={styles.said}>
          {t("hoursSaid", { hours: said })}
          {!week && ` ${t("weekUnknown")}`}
        </p>
      ) : (
        <p>
          {t("hoursUnknown")} <Link href={`/pins/${pin.id}/edit`}>{t("hoursAsk")}</Link>
        </p>
      )}
      {week && <p className={styles.said}>{t("zone", { zone: pin.timeZone })}</p>}
    </PinPart>
  );
}

const weekDays = [0, 1, 2, 3, 4, 5, 6];

function Week({ pin, week, now, reader }: Props & { week: readonly OpenTime[] }) {
  const t = useTranslations("pins.detail");
  const { timeZone } = pin;
  return (
    <table className={styles.week}>
      <tbody>
        {weekDays.map((ahead) => {
          const spans = week.filter(({ opensAt }) => isOnDay(opensAt, ahead, now, timeZone));
          const over = week.some((time) => coversDay(time, ahead, now, timeZone));
          return (
            <tr key={ahead} className={ahead === 0 ? styles.today : undefined}>
              <th scope="row">
                {formatWeekday(new Date(now.getTime() + ahead * dayMs), timeZone, reader)}
                {ahead === 0 && <span className={styles.mark}> {t("today")}</span>}
              </th>
              <td>
                {over && t("allDay")}
                {!over && spans.length === 0 && t("shutAllDay")}
                {!over &&
                  spans.map(({ opensAt, closesAt }) => (
                    <span key={opensAt.toISOString()}>
                      {t("span", {
                        from: formatTime(opensAt, timeZone, reader),
                        until: formatTime(closesAt, timeZone, reader),
                      })}
                    </span>
                  ))}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Yesterday's late hours run into today's row, so what opened before today counts as today's. */
function isOnDay(at: Date, ahead: number, now: Date, timeZone: string): boolean {
  const days = daysBetween(now, at, timeZone);
  return days === ahead || (ahead === 0 && days < 0);
}

/** Open from midnight to midnight of that day. */
function coversDay({ opensAt, closesAt }: OpenTime, ahead: number, now: Date, timeZone: string) {
  return (
    daysBetween(now, new Date(opensAt.getTime() - 1), timeZone) < ahead &&
    daysBetween(now, closesAt, timeZone) > ahead
  );
}
