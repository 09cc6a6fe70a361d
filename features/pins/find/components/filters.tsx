import { useTranslations } from "next-intl";
import { ChipLink, ChipRow } from "@/components/ui/chip";
import { ClockIcon } from "@/components/ui/icons";
import { kinds } from "@/features/kinds/index";
import { type Find, findHref, findHrefWith, toggled } from "@/features/pins/find/schema";
import type { Locale, Reader } from "@/lib/i18n/locale";
import { FilterForm } from "./filter-form";
import styles from "./filters.module.css";

/** "Open now" and every kind, those that are on first; each is a link that turns it on or off. */
export function KindFilters({ find, locale }: { find: Find; locale: Locale }) {
  const t = useTranslations("find.filters");
  const chosenFirst = kinds.toSorted(
    (a, b) => Number(find.kinds.includes(b.id)) - Number(find.kinds.includes(a.id)),
  );
  return (
    <ChipRow label={t("label")}>
      <ChipLink
        href={findHrefWith(find, { openAt: find.openAt === "now" ? null : "now" })}
        isOn={find.openAt === "now"}
        icon={<ClockIcon size={18} />}
      >
        {t("openNow")}
      </ChipLink>
      {chosenFirst.map(({ id, colour, words }) => (
        <ChipLink
          key={id}
          href={findHrefWith(find, { kinds: toggled(find.kinds, id) })}
          isOn={find.kinds.includes(id)}
          icon={<i className={`${styles.dot} ${styles[colour]}`} />}
        >
          {words[locale].one}
        </ChipLink>
      ))}
    </ChipRow>
  );
}

/** What fewer people ask for, in a panel that folds itself up again once it was used. */
export function MoreFilters({ find, reader }: { find: Find; reader: Reader }) {
  const t = useTranslations("find.filters");
  return (
    <details key={findHref(find)} className={`${styles.more} not-printed`}>
      <summary>{t("more")}</summary>
      <FilterForm find={find} reader={reader} />
    </details>
  );
}
