import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { Suggestions } from "@/features/requests/matching/queries";
import { formatDistance } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";
import styles from "./suggestions-part.module.css";

/** Offers and pins that might fit the viewer's own request; nothing where none does. */
export function SuggestionsPart({
  suggestions: { offers, pins },
  reader,
}: {
  suggestions: Suggestions;
  reader: Reader;
}) {
  const t = useTranslations("requests.choosing.suggestions");
  if (offers.length === 0 && pins.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="suggestions-title">
      <h2 id="suggestions-title">{t("title")}</h2>
      <p className={styles.note}>{t("lead")}</p>
      {offers.length > 0 && (
        <>
          <h3>{t("offers")}</h3>
          <ul>
            {offers.map(({ id, summary }) => (
              <li key={id}>
                <Link href={`/requests/${id}`}>
                  <bdi>{summary}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {pins.length > 0 && (
        <>
          <h3>{t("pins")}</h3>
          <ul>
            {pins.map(({ id, name, distanceMetres }) => (
              <li key={id}>
                <Link href={`/pins/${id}`}>{name}</Link>
                {distanceMetres !== null && (
                  <p className={styles.note}>
                    {t("pinDistance", { distance: formatDistance(distanceMetres, reader) })}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
