import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { KindIcon } from "@/features/kinds/components/kind-icon";
import { kindOf } from "@/features/kinds/index";
import { decidingWords } from "@/features/kinds/rules";
import { walkingMinutes } from "@/features/pins/detail/rules";
import { ExceptionWords } from "@/features/pins/hours/exceptions/components/exception-words";
import { nextException } from "@/features/pins/hours/exceptions/rules";
import type { PinSummary } from "@/features/pins/schema";
import { formatDistance } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";
import { dateAt } from "@/lib/time-zone";
import { OpeningLine } from "./opening-line";
import styles from "./pin-card.module.css";
import { SurenessLine } from "./sureness-line";

/** One place in the list: what it is, how far, open until when, what decides, how sure we are. */
export function PinCard({
  pin,
  href,
  asked = [],
  now,
  reader,
}: {
  pin: PinSummary;
  href: string;
  /** What was asked for and is so, in words; said in place of what usually decides. */
  asked?: readonly string[];
  now: Date;
  reader: Reader;
}) {
  const t = useTranslations("pins");
  const kind = kindOf(pin.kind);
  const deciding = decidingWords(kind, pin.details, reader.locale);
  const { distanceMetres } = pin;
  const walk = distanceMetres === null ? null : walkingMinutes(distanceMetres);
  const today = dateAt(now, pin.timeZone);
  const exception = nextException(pin.exceptions, today);
  const isUnsure = pin.freshness === "stale" || pin.freshness === "dormant";
  return (
    <article className={styles.card} data-pin-id={pin.id}>
      <KindIcon kind={kind} variant={isUnsure ? "dashed" : "solid"} />
      <div className={styles.body}>
        <h2 className={styles.name}>
          <Link href={href}>{pin.name}</Link>
        </h2>
        {pin.distanceMetres !== null && (
          <p className={styles.distance}>{formatDistance(pin.distanceMetres, reader)}</p>
        )}
        <p className={styles.kind}>
          {kind.words[reader.locale].one}
          {pin.street && ` · ${pin.street}`}
        </p>
        {pin.isSample && (
          <p className={styles.sample}>
            <Tag>{t("sample")}</Tag>
          </p>
        )}
        <p className={styles.when}>
          <OpeningLine pin={pin} now={now} reader={reader} walkMinutes={walk} />
          {asked.length === 0 && deciding && ` · ${deciding}`}
        </p>
        {exception && (
          <p>
            <Tag tone="warn">
              <ExceptionWords exception={exception} today={today} reader={reader} />
            </Tag>
          </p>
        )}
        {asked.map((words) => (
          <p key={words} className={styles.asked}>
            {words}
          </p>
        ))}
        <p className={styles.sure}>
          <SurenessLine pin={pin} now={now} reader={reader} />
        </p>
        {pin.doubt && (
          <p>
            <Tag tone="warn">{t(`doubt.${pin.doubt}`)}</Tag>
          </p>
        )}
      </div>
    </article>
  );
}
