import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { type LeftOut, unknownOf } from "@/features/pins/find/parts/rules";
import { type Find, findHrefWith } from "@/features/pins/find/schema";
import type { Reader } from "@/lib/i18n/locale";
import { useFilterWords } from "./filter-words";
import styles from "./left-out.module.css";

type Props = { find: Find; leftOut: readonly LeftOut[]; reader: Reader };

/** Where a filter left pins out because nobody has said it: how many, and the way to them. */
export function NotKnown({ find, leftOut, reader }: Props) {
  const t = useTranslations("find.leftOut");
  const words = useFilterWords(reader);
  const links = leftOut.flatMap((part) => {
    const left = unknownOf(part);
    if (!left || part.unknownCount === 0) return [];
    const unknown = [...find.unknown, ...left.unknown];
    // What is not known now needs no moment, and "open now" would seem to contradict it.
    const then = left.openAt && left.openAt !== "now" ? { openAt: left.openAt } : {};
    return {
      words: words.filter({ ...left, openAt: null, ...then }),
      count: part.unknownCount,
      asked: { ...part.without, unknown, ...then },
    };
  });
  if (links.length === 0) return null;
  return (
    <ul className={`${styles.links} not-printed`}>
      {links.map(({ words, count, asked }) => (
        <li key={words}>
          <ButtonLink look="plain" href={findHrefWith(find, asked)}>
            {t("notKnown", { count, words })}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}

/**
 * Nothing was found: what is there without one of the filters, the most first; where dropping one
 * does not help, what is there with one of them alone.
 */
export function OtherFilters({ find, leftOut, reader }: Props) {
  const t = useTranslations("find.leftOut");
  const words = useFilterWords(reader);
  const parts = leftOut.filter(({ only }) => only.words === "");
  const isHelped = parts.some(({ count }) => count > 0);
  const ways = parts.map(({ only, without, count, aloneCount }) => {
    const filter = words.filter(only);
    const { words: _, ...alone } = { ...only, withDormant: find.withDormant };
    return isHelped
      ? { count, asked: without, text: t("without", { count, filter }) }
      : { count: aloneCount, asked: alone, text: t("alone", { count: aloneCount, filter }) };
  });
  return ways
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .map(({ asked, text }) => (
      <li key={text}>
        <ButtonLink look="quiet" href={findHrefWith(find, asked)}>
          {text}
        </ButtonLink>
      </li>
    ));
}
