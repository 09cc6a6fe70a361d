import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { type LeftOut, partsOf } from "@/features/pins/find/parts/rules";
import { radiusStepFor } from "@/features/pins/find/rules";
import { type Alternatives, type Find, filterOf, findHrefWith } from "@/features/pins/find/schema";
import { noFilter } from "@/features/pins/schema";
import { formatDistance } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";
import { OtherFilters } from "./left-out";
import styles from "./nothing-found.module.css";
import { OtherMeanings } from "./other-meanings";

/** No pin matches: what one can do next, with the nearest one that would match. */
export function NothingFound({
  find,
  nearestMetres,
  alternatives,
  leftOut,
  reader,
}: {
  find: Find;
  /** How far the nearest match is outside the distance asked for, or null when there is none. */
  nearestMetres: number | null;
  /** What the words may mean instead. */
  alternatives: Alternatives;
  leftOut: readonly LeftOut[];
  reader: Reader;
}) {
  const t = useTranslations("find.empty");
  const wider = nearestMetres === null ? null : radiusStepFor(nearestMetres, reader.units);
  const isFiltered = partsOf({ ...filterOf(find), words: "" }).length > 0;
  const { words: _, withDormant: __, ...bare } = noFilter;
  return (
    <section className={styles.nothing}>
      <h2>{find.words ? t("titleOfWords", { words: find.words }) : t("title")}</h2>
      {nearestMetres !== null && (
        <p>{t("near", { distance: formatDistance(nearestMetres, reader) })}</p>
      )}
      <ul>
        {wider !== null && (
          <li>
            <ButtonLink href={findHrefWith(find, { radiusMetres: wider, camera: "" })}>
              {t("wider", { distance: formatDistance(wider, reader) })}
            </ButtonLink>
          </li>
        )}
        <OtherMeanings find={find} alternatives={alternatives} reader={reader} />
        <OtherFilters find={find} leftOut={leftOut} reader={reader} />
        {isFiltered && (
          <li>
            <ButtonLink look="quiet" href={findHrefWith(find, bare)}>
              {t("withoutFilters")}
            </ButtonLink>
          </li>
        )}
        {find.words && (
          <li>
            <ButtonLink look="quiet" href={findHrefWith(find, { words: "" })}>
              {t("withoutWords", { words: find.words })}
            </ButtonLink>
          </li>
        )}
        {!find.withDormant && (
          <li>
            <ButtonLink look="quiet" href={findHrefWith(find, { withDormant: true })}>
              {t("dormant")}
            </ButtonLink>
          </li>
        )}
        <li>
          <ButtonLink look="quiet" href="/pins/new">
            {t("add")}
          </ButtonLink>
        </li>
      </ul>
    </section>
  );
}
