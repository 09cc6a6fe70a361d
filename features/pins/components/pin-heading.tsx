import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import { KindIcon } from "@/features/kinds/components/kind-icon";
import { kindOf } from "@/features/kinds/index";
import { WayThere } from "@/features/pins/detail/components/way-there";
import { whereNow } from "@/features/pins/detail/rules";
import { walkingMinutes } from "@/features/pins/detail/way/rules";
import { isOwnPlace } from "@/features/pins/find/rules";
import type { Standpoint } from "@/features/pins/find/schema";
import type { PinDetail } from "@/features/pins/schema";
import type { Reader } from "@/lib/i18n/locale";
import { distanceMetres } from "@/lib/lng-lat";
import { dateAt } from "@/lib/time-zone";
import { OpeningLine } from "./opening-line";
import styles from "./pin-heading.module.css";
import { SurenessLine } from "./sureness-line";

/** What it is, whether it is open and until when, how far it is, and how sure we are of that. */
export function PinHeading({
  pin,
  from,
  now,
  reader,
}: {
  pin: PinDetail;
  from: Standpoint;
  now: Date;
  reader: Reader;
}) {
  const t = useTranslations("pins");
  const kind = kindOf(pin.kind);
  const isUnsure = pin.freshness === "stale" || pin.freshness === "dormant";
  // Paper is read later: "open until 6" gives way to the week, "2 days ago" to the day.
  const isTrueOnPaper = pin.status !== "open" || pin.isOpen === null;
  const there = whereNow(pin, dateAt(now, pin.timeZone));
  const walk =
    there && from.near && isOwnPlace(from)
      ? walkingMinutes(distanceMetres(from.near, there))
      : null;
  return (
    <div className={styles.heading}>
      <KindIcon kind={kind} variant={isUnsure ? "dashed" : "solid"} />
      <div>
        <h1>
          <bdi>{pin.name}</bdi>
        </h1>
        <p className={styles.kind}>
          {kind.words[reader.locale].one} {pin.isSample && <Tag>{t("sample")}</Tag>}
        </p>
      </div>
      <p className={styles.now}>
        <span className={isTrueOnPaper ? undefined : "not-printed"}>
          <OpeningLine pin={pin} now={now} reader={reader} walkMinutes={walk} />
        </span>
        {there && <WayThere pin={there} from={from} reader={reader} />}
      </p>
      <p className={`${styles.sure} not-printed`}>
        <SurenessLine pin={pin} now={now} reader={reader} />
      </p>
    </div>
  );
}
