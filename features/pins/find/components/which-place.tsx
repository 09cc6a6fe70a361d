import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { placeHref } from "@/features/pins/find/rules";
import type { Find } from "@/features/pins/find/schema";
import { placeLabel } from "@/features/places/rules";
import type { Place } from "@/features/places/schema";
import type { Reader } from "@/lib/i18n/locale";
import styles from "./which-place.module.css";

/** Several places have the name that was typed: one link for each. */
export function WhichPlace({
  places,
  find,
  reader,
}: {
  places: readonly Place[];
  find: Find;
  reader: Reader;
}) {
  const t = useTranslations("find.which");
  return (
    <section className={styles.which}>
      <h1>{t("title", { name: places[0]?.name ?? find.words })}</h1>
      <p>{t("lead")}</p>
      <ul>
        {places.map((place) => (
          <li key={place.id}>
            <Link href={placeHref(place, find, reader)}>{placeLabel(place, reader.locale)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
