import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { placeLabel } from "@/features/places/rules";
import type { Place } from "@/features/places/schema";
import type { Area } from "@/features/requests/areas/schema";
import type { Reader } from "@/lib/i18n/locale";
import styles from "./area-counts.module.css";

type CountedArea = Area & { town: Place | null };

type AreaCountsProps = {
  /** From `namedAreas()` of features/requests/areas/queries.ts. */
  areas: readonly CountedArea[];
  /** The address asks for one area. */
  isOne: boolean;
  reader: Reader;
};

/** How much is open in each large area, in words: the map's hexagons as a list, the same for everybody. */
export function AreaCounts({ areas, isOne, reader }: AreaCountsProps) {
  const t = useTranslations("requests.counts");
  return (
    <section aria-labelledby="counts">
      <h2 id="counts">{t("title")}</h2>
      <p>{t("lead")}</p>
      {isOne && (
        <p>
          {t("onlyHere")} <Link href="/requests">{t("everywhere")}</Link>
        </p>
      )}
      {areas.length === 0 ? (
        <p>{t(isOne ? "nothing" : "nothingAnywhere")}</p>
      ) : (
        <ul className={styles.areas}>
          {areas.map((area) => (
            <OneArea key={area.cell} area={area} isOne={isOne} reader={reader} />
          ))}
        </ul>
      )}
      <p className={styles.late}>{t("minute")}</p>
    </section>
  );
}

function OneArea({ area, isOne, reader }: Omit<AreaCountsProps, "areas"> & { area: CountedArea }) {
  const t = useTranslations("requests.counts");
  const { cell, town, counts } = area;
  return (
    <li className={styles.area}>
      <h3>{town ? t("around", { name: placeLabel(town, reader.locale) }) : t("unnamed")}</h3>
      <ul className={styles.counts}>
        {counts.map(({ side, category, count }) => (
          <li key={side + category}>{t(`${side}.${category}`, { count })}</li>
        ))}
      </ul>
      {!isOne && <Link href={`/requests?area=${cell}`}>{t("onlyThis")}</Link>}
    </li>
  );
}
