import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { PinCard } from "@/features/pins/components/pin-card";
import type { Reach } from "@/features/pins/find/farther/rules";
import { isOwnPlace } from "@/features/pins/find/rules";
import {
  askedOf,
  canShowMore,
  type Find,
  filterOf,
  findHref,
  showStep,
} from "@/features/pins/find/schema";
import type { PinSummary } from "@/features/pins/schema";
import { formatMoment } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";
import { useAskedWords } from "./filter-words";
import { LookFarther } from "./look-farther";
import styles from "./pin-list.module.css";

const listId = "places";

/** The cards, and the way to more of them. Each card's link keeps what was asked for. */
export function PinList({
  pins,
  count,
  reach,
  find,
  now,
  reader,
}: {
  pins: readonly PinSummary[];
  count: number;
  /** How far it looked; null without a point to look around. */
  reach: Reach | null;
  find: Find;
  now: Date;
  reader: Reader;
}) {
  const t = useTranslations("find");
  const asked = askedOf(find);
  const askedWords = useAskedWords(filterOf(find), now, reader);
  const [first] = pins;
  return (
    <>
      {first && (
        <p className={styles.asOf}>
          {t("asOf", { moment: formatMoment(now, first.timeZone, reader) })}
        </p>
      )}
      <ul className={styles.list} aria-label={t("list")} id={listId}>
        {pins.map((pin) => (
          <li key={pin.id}>
            <PinCard
              pin={pin}
              href={`/pins/${pin.id}${asked}`}
              asked={askedWords(pin)}
              isFromHere={isOwnPlace(find)}
              now={now}
              reader={reader}
            />
          </li>
        ))}
      </ul>
      {canShowMore(find, count) && (
        <ButtonLink
          look="plain"
          className="not-printed"
          href={findHref({ ...find, show: find.show + showStep })}
          scroll={false}
          data-adds-to={listId}
        >
          {t("more")}
        </ButtonLink>
      )}
      {count > pins.length && !canShowMore(find, count) && (
        <p>{t("moreThan", { count: pins.length })}</p>
      )}
      {reach && count <= pins.length && <LookFarther find={find} reach={reach} reader={reader} />}
    </>
  );
}
