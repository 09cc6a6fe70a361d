import { useTranslations } from "next-intl";
import { ChipLink } from "@/components/ui/chip";
import { HiddenText } from "@/components/ui/hidden-text";
import { CrossIcon } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { asksUnknownHours } from "@/features/pins/filter/rules";
import { partsOf } from "@/features/pins/find/parts/rules";
import { type Find, filterOf, findHrefWith } from "@/features/pins/find/schema";
import { noFilter, type PinFilter } from "@/features/pins/schema";
import type { Reader } from "@/lib/i18n/locale";
import styles from "./active-filters.module.css";
import { useFilterWords } from "./filter-words";

/** The words stand in the search box; kinds and "open now" are chips of their own. */
const hasOwnControl = (filter: PinFilter) =>
  filter.words !== "" ||
  filter.kinds.length > 0 ||
  (filter.openAt === "now" && !asksUnknownHours(filter));

/** What is asked for in the panel, each as a link that takes it away; then all of it at once. */
export function ActiveFilters({ find, reader }: { find: Find; reader: Reader }) {
  const t = useTranslations("find.filters");
  const words = useFilterWords(reader);
  const chips = partsOf(filterOf(find))
    .filter(({ only }) => !hasOwnControl(only))
    .map(({ only, without }) => ({ text: words.filter(only), asked: without }));
  const isFiltered = chips.length > 0 || find.openAt !== null || find.kinds.length > 0;
  if (!isFiltered && !find.withDormant) return null;
  const dormant = find.withDormant ? [{ text: t("dormant"), asked: { withDormant: false } }] : [];
  const { words: _, ...bare } = noFilter;
  return (
    <nav className={`${styles.active} not-printed`} aria-label={t("chosen")}>
      <ul>
        {[...chips, ...dormant].map(({ text, asked }) => (
          <ChipLink key={text} href={findHrefWith(find, asked)} isOn icon={<CrossIcon size={16} />}>
            <HiddenText>{t("remove")} </HiddenText>
            {text}
          </ChipLink>
        ))}
        <li>
          <Link href={findHrefWith(find, bare)} scroll={false}>
            {t("clear")}
          </Link>
        </li>
      </ul>
    </nav>
  );
}
