import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { PinCard } from "@/features/pins/components/pin-card";
import { canShowMore, type Find, filterOf, findHref, showStep } from "@/features/pins/find/schema";
import type { PinSummary } from "@/features/pins/schema";
import type { Reader } from "@/lib/i18n/locale";
import { useAskedWords } from "./filter-words";
import styles from "./pin-list.module.css";

/** The cards, and the way to more of them. Each card's link keeps what was asked for. */
export function PinList({
  pins,
  count,
  find,
  now,
  reader,
}: {
  pins: readonly PinSummary[];
  count: number;
  find: Find;
  now: Date;
  reader: Reader;
}) {
  const t = useTranslations("find");
  const asked = findHref(find).slice(1);
  const askedWords = useAskedWords(filterOf(find), now, reader);
  return (
    <>
      <ul className={styles.list} aria-label={t("list")}>
        {pins.map((pin) => (
          <li key={pin.id}>
            <PinCard
              pin={pin}
              href={`/pins/${pin.id}${asked}`}
              asked={askedWords(pin)}
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
        >
          {t("more")}
        </ButtonLink>
      )}
      {count > pins.length && !canShowMore(find, count) && (
        <p>{t("moreThan", { count: pins.length })}</p>
      )}
    </>
  );
}
