import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { ChipLink } from "@/components/ui/chip";
import { HiddenText } from "@/components/ui/hidden-text";
import { CrossIcon } from "@/components/ui/icons";
import { kindOf } from "@/features/kinds/index";
import type { AbsentId } from "@/features/pins/find/asking/absent/rules";
import { absentAlone, absentIn, filtersOf } from "@/features/pins/find/asking/rules";
import { partsOf } from "@/features/pins/find/parts/rules";
import { type Find, filterOf, findHrefWith } from "@/features/pins/find/schema";
import { noFilter } from "@/features/pins/schema";
import type { Reader } from "@/lib/i18n/locale";
import { foldWords } from "@/lib/text";
import { useFilterWords } from "./filter-words";
import styles from "./heard.module.css";

type Taken = { text: string; href: string };

/** The filters that were taken from a sentence and are still asked for. */
function useTaken(find: Find, reader: Reader): readonly Taken[] {
  const words = useFilterWords(reader);
  const said = partsOf({ ...noFilter, ...filtersOf(find.said) }).map(({ only }) =>
    words.filter(only),
  );
  return partsOf(filterOf(find))
    .map(({ only, without }) => ({ text: words.filter(only), href: findHrefWith(find, without) }))
    .filter(({ text }) => said.includes(text));
}

/** Those filters, each a link that drops it. */
function TakenFilters({ said, taken }: { said: string; taken: readonly Taken[] }) {
  const t = useTranslations("find");
  return (
    <div className={styles.taken}>
      <p id="taken">{t("heard.taken", { words: said })}</p>
      <ul aria-labelledby="taken">
        {taken.map(({ text, href }) => (
          <ChipLink key={text} href={href} isOn icon={<CrossIcon size={16} />}>
            <HiddenText>{t("filters.remove")} </HiddenText>
            {text}
          </ChipLink>
        ))}
      </ul>
    </div>
  );
}

/** What no place on the map answers, said plainly, with the next best. */
function Absent({
  id,
  words,
  find,
  reader,
}: {
  id: AbsentId;
  words: string;
  find: Find;
  reader: Reader;
}) {
  const t = useTranslations("find.heard");
  const warm = findHrefWith(find, { kinds: ["warming-centre"], words: "", said: "", left: "" });
  return (
    <>
      <p>{t(`absent.${id}`, { words })}</p>
      {id === "refuge" ? (
        <ButtonLink look="quiet" href={warm}>
          {kindOf("warming-centre").words[reader.locale].many}
        </ButtonLink>
      ) : (
        <ButtonLink look="quiet" href="/requests/new">
          {t("ask")}
        </ButtonLink>
      )}
    </>
  );
}

/** How a search was understood: which filters its words asked for, what is not on the map, what nobody understood. */
export function Heard({
  find,
  isTooLong,
  reader,
}: {
  find: Find;
  /** The search was left out because nobody could read so much. */
  isTooLong: boolean;
  reader: Reader;
}) {
  const t = useTranslations("find.heard");
  const { words, said, left } = find;
  const absent = left === "" ? absentAlone(words) : absentIn(left);
  const isUnreadable = words !== "" && foldWords(words) === "";
  const taken = useTaken(find, reader);
  const isSaid = taken.length > 0 || left !== "" || absent !== null || isUnreadable || isTooLong;
  if (!isSaid) return null;
  return (
    <section className={`${styles.heard} not-printed`} aria-label={t("label")}>
      {isTooLong && <p>{t("tooLong")}</p>}
      {isUnreadable && <p>{t("unreadable", { words })}</p>}
      {taken.length > 0 && <TakenFilters said={said} taken={taken} />}
      {absent !== null && <Absent id={absent} words={left || words} find={find} reader={reader} />}
      {absent === null && left !== "" && <p>{t("left", { words: left })}</p>}
    </section>
  );
}
