import Link from "next/link";
import { useTranslations } from "next-intl";
import { ChipLink } from "@/components/ui/chip";
import { HiddenText } from "@/components/ui/hidden-text";
import { CrossIcon } from "@/components/ui/icons";
import { partsOf } from "@/features/pins/find/parts/rules";
import { type Find, filterOf, findHrefWith } from "@/features/pins/find/schema";
import { noFilter } from "@/features/pins/schema";
import type { Reader } from "@/lib/i18n/locale";
import styles from "./active-filters.module.css";
import { useFilterWords } from "./filter-words";

/** What is asked for in the panel, each as a link that takes it away; then all of it at once. */
export function ActiveFilters({ find, reader }: { find: Find; reader: Reader }) {
  const t = useTranslations("find.filters");
  const words = useFilterWords(reader);
  const { words: _, kinds, ...filters } = filterOf(find);
  const isNow = filters.openAt === "now";
  const inPanel = { ...noFilter, ...filters, openAt: isNow ? null : filters.openAt };
  const chips = partsOf(inPanel).map(({ only, without }) => {
    const { words: _, kinds: __, ...rest } = without;
    const openAt = isNow ? filters.openAt : rest.openAt;
    return { text: words.filter(only), href: findHrefWith(find, { ...rest, openAt }) };
  });
  if (find.withDormant) {
    chips.push({ text: t("dormant"), href: findHrefWith(find, { withDormant: false }) });
  }
  if (chips.length === 0 && !isNow && kinds.length === 0) return null;
  const { words: ___, ...bare } = noFilter;
  return (
    <nav className={`${styles.active} not-printed`} aria-label={t("chosen")}>
      <ul>
        {chips.map(({ text, href }) => (
          <ChipLink key={text} href={href} isOn icon={<CrossIcon size={16} />}>
            <HiddenText>{t("remove")} </HiddenText>
            {text}
          </ChipLink>
        ))}
        <li>
          <Link href={findHrefWith(find, bare)} prefetch={false} scroll={false}>
            {t("clear")}
          </Link>
        </li>
      </ul>
    </nav>
  );
}
