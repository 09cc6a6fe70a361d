import { useTranslations } from "next-intl";
import { languages } from "@/features/kinds/fields";
import { kindOf } from "@/features/kinds/index";
import { languagesSaid } from "@/features/kinds/languages/rules";
import { factValue, factWords, knownOf } from "@/features/kinds/rules";
import type { Field } from "@/features/kinds/schema";
import type { PinDetail } from "@/features/pins/schema";
import { formatAge, formatDay } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";
import styles from "./fact-list.module.css";

type Props = { pin: PinDetail; fields: readonly Field[]; now: Date; reader: Reader };

/** Who said a fact, and when, or that it is so by nature; null for what is not known. */
function useSaidWords({ pin, now, reader }: Props): (field: Field) => string | null {
  const t = useTranslations("pins.detail.said");
  const { source, timeZone } = pin;
  return (field) => {
    const known = knownOf(kindOf(pin.kind), pin.details, field.id);
    if (!known) return null;
    if (!known.said) return t("nature");
    const at = new Date(known.said.saidAt);
    if (known.said.saidBy === "member") {
      return t("member", { age: formatAge(at, now, timeZone, reader) });
    }
    const date = formatDay(at, timeZone, reader);
    return source ? t("source", { source, date }) : t("list", { date });
  };
}

/**
 * Facts in words: what is known first, and what the same people said on the same day together.
 */
export function FactList(props: Props) {
  const { pin, fields, reader } = props;
  const kind = kindOf(pin.kind);
  const saidWords = useSaidWords(props);
  const groups = new Map<string | null, Field[]>();
  for (const field of fields) {
    const said = saidWords(field);
    groups.set(said, [...(groups.get(said) ?? []), field]);
  }
  const knownFirst = [...groups].sort(([a], [b]) => Number(a === null) - Number(b === null));
  return knownFirst.map(([said, facts]) => (
    <div key={said ?? ""}>
      <ul className={styles.facts}>
        {facts.map((field) => (
          <li key={field.id} className={styles[factValue(kind, pin.details, field.id)]}>
            {factWords(kind, field, pin.details, reader.locale)}
          </li>
        ))}
      </ul>
      {said && <p className={styles.said}>{said}</p>}
    </div>
  ));
}

function writtenWords(field: Field, value: string, reader: Reader): string {
  if (field.type === "date") return formatDay(new Date(`${value}T12:00:00Z`), "UTC", reader);
  return field === languages ? languagesSaid(value, reader.locale) : value;
}

/** What is known in sentences, and the days of drives and seasons. */
export function WrittenList({ pin, fields, reader }: Omit<Props, "now">) {
  const written = fields.flatMap((field) => {
    const value = pin.details[field.id];
    return typeof value === "string" ? [{ field, value }] : [];
  });
  if (written.length === 0) return null;
  return (
    <dl className={styles.written}>
      {written.map(({ field, value }) => (
        <div key={field.id}>
          <dt>{field.words[reader.locale]}</dt>
          <dd>
            <bdi>{writtenWords(field, value, reader)}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
