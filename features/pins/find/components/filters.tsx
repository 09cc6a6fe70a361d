import Link from "next/link";
import { useTranslations } from "next-intl";
import { ChipLink, ChipRow } from "@/components/ui/chip";
import { ClockIcon } from "@/components/ui/icons";
import { kinds } from "@/features/kinds/index";
import { type Find, findHrefWith, toggled } from "@/features/pins/find/schema";
import type { Locale } from "@/lib/i18n/locale";
import styles from "./filters.module.css";

const accessFilters = ["no-id", "no-referral", "wheelchair"] as const;

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

/** What fewer people ask for; unfolded while one of them is on. */
export function MoreFilters({ find }: { find: Find }) {
  const t = useTranslations("find.filters");
  const hasSome = find.access.length > 0 || find.withDormant;
  const isFiltered = hasSome || find.openAt !== null || find.kinds.length > 0;
  const bare = { openAt: null, kinds: [], access: [], withDormant: false };
  return (
    <>
      <details className={`${styles.more} not-printed`} open={hasSome}>
        <summary>{t("more")}</summary>
        <ul>
          {accessFilters.map((access) => (
            <ChipLink
              key={access}
              href={findHrefWith(find, { access: toggled(find.access, access) })}
              isOn={find.access.includes(access)}
            >
              {t(access)}
            </ChipLink>
          ))}
          <ChipLink
            href={findHrefWith(find, { withDormant: !find.withDormant })}
            isOn={find.withDormant}
          >
            {t("dormant")}
          </ChipLink>
        </ul>
      </details>
      {isFiltered && (
        <Link
          className={`${styles.clear} not-printed`}
          href={findHrefWith(find, bare)}
          prefetch={false}
          scroll={false}
        >
          {t("clear")}
        </Link>
      )}
    </>
  );
}
