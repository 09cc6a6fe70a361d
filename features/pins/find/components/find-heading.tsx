import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Find } from "@/features/pins/find/schema";
import { formatDistance } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";
import styles from "./find-heading.module.css";

/** How many places there are and in which order they stand; the numbers are the query's own. */
export function FindHeading({
  find,
  count,
  isMore,
  radiusMetres,
  reader,
  isSecond,
  children,
}: {
  find: Find;
  count: number;
  /** There are more than that, uncounted. */
  isMore: boolean;
  radiusMetres: number;
  reader: Reader;
  /** Another question is the page's h1. */
  isSecond: boolean;
  /** What changes the list, beside its heading. */
  children: ReactNode;
}) {
  const t = useTranslations("find");
  const distance = formatDistance(radiusMetres, reader);
  const heading = () => {
    if (isMore) return t("heading.moreThan", { count });
    if (!find.near) return t("heading.everywhere", { count });
    if (find.isMapMiddle) return t("heading.withinOfMiddle", { count, distance });
    if (!find.place) return t("heading.within", { count, distance });
    return t("heading.withinOf", { count, distance, place: find.place });
  };
  const order = () => {
    if (!find.near) return t("sub.everywhere");
    if (find.isMapMiddle) return t("sub.nearestToMiddle");
    return find.place ? t("sub.nearestTo", { place: find.place }) : t("sub.nearest");
  };
  const Heading = isSecond ? "h2" : "h1";
  return (
    <div className={styles.row}>
      <div className={styles.words} aria-live="polite">
        <Heading className={styles.heading}>{heading()}</Heading>
        {count > 0 && <p className={styles.sub}>{order()}</p>}
      </div>
      {children}
    </div>
  );
}
