import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { type Reach, widerRadius } from "@/features/pins/find/farther/rules";
import { type Find, findHrefWith } from "@/features/pins/find/schema";
import { formatDistance } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";
import styles from "./look-farther.module.css";

/** Under the last card of a place: where the list ends, and the way to what is farther. */
export function LookFarther({ find, reach, reader }: { find: Find; reach: Reach; reader: Reader }) {
  const t = useTranslations("find");
  const { radiusMetres, nextMetres } = reach;
  const wider = widerRadius(reach, reader.units);
  return (
    <div className={styles.end}>
      <p>
        {t("farther.end", { distance: formatDistance(radiusMetres, reader) })}{" "}
        {nextMetres !== null && t("farther.next", { distance: formatDistance(nextMetres, reader) })}
      </p>
      {wider !== null && (
        <ButtonLink
          look="quiet"
          className="not-printed"
          href={findHrefWith(find, { radiusMetres: wider, camera: "" })}
        >
          {t("empty.wider", { distance: formatDistance(wider, reader) })}
        </ButtonLink>
      )}
    </div>
  );
}
