import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import type { LeftOut } from "@/features/pins/find/parts/rules";
import { type Find, findHrefWith } from "@/features/pins/find/schema";
import type { Reader } from "@/lib/i18n/locale";
import { useFilterWords } from "./filter-words";
import styles from "./left-out.module.css";

type Props = { find: Find; leftOut: readonly LeftOut[]; reader: Reader };

/** Where a filter left pins out because nobody has said it: how many, and the way to them. */
export function NotKnown({ find, leftOut, reader }: Props) {
  const t = useTranslations("find.leftOut");
  const words = useFilterWords(reader);
  const links = leftOut.flatMap(({ unknown, unknownCount, without }) =>
    unknown && unknownCount > 0
      ? [
          {
            id: unknown,
            count: unknownCount,
            asked: { ...without, unknown: [...find.unknown, unknown] },
          },
        ]
      : [],
  );
  if (links.length === 0) return null;
  return (
    <ul className={`${styles.links} not-printed`}>
      {links.map(({ id, count, asked }) => (
        <li key={id}>
          <ButtonLink look="plain" href={findHrefWith(find, asked)}>
            {t("notKnown", { count, words: words.unknown(id) })}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}

/** Nothing was found: what each filter alone keeps away, the most first. */
export function WithoutOne({ find, leftOut, reader }: Props) {
  const t = useTranslations("find.leftOut");
  const words = useFilterWords(reader);
  const helpful = leftOut
    .filter(({ only, count }) => count > 0 && only.words === "")
    .toSorted((a, b) => b.count - a.count);
  return helpful.map(({ only, without, count }) => {
    const filter = words.filter(only);
    return (
      <li key={filter}>
        <ButtonLink look="quiet" href={findHrefWith(find, without)}>
          {t("without", { count, filter })}
        </ButtonLink>
      </li>
    );
  });
}
