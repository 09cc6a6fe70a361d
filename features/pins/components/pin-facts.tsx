import { useTranslations } from "next-intl";
import { kindOf } from "@/features/kinds/index";
import { factValue, factWords } from "@/features/kinds/rules";
import { factSchema } from "@/features/kinds/schema";
import type { PinDetail } from "@/features/pins/schema";
import { formatAge, formatDay } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";
import styles from "./pin-facts.module.css";
import { PinPart } from "./pin-part";

/** What is known of the kind's own fields, each with who said so; then what is not known. */
export function PinFacts({ pin, now, reader }: { pin: PinDetail; now: Date; reader: Reader }) {
  const t = useTranslations("pins.detail");
  const { fields } = kindOf(pin.kind);
  const { locale } = reader;
  const facts = fields.filter(({ type }) => type === "fact");
  const known = facts.filter(({ id }) => factValue(pin.details, id) !== "unknown");
  const unknown = facts.filter((fact) => !known.includes(fact));
  const written = fields.flatMap((field) => {
    const value = pin.details[field.id];
    return typeof value === "string" ? [{ field, value }] : [];
  });
  const saidAge = (id: string) => {
    const fact = factSchema.safeParse(pin.details[id]);
    if (!fact.success || fact.data.saidBy !== "member") return null;
    return formatAge(new Date(fact.data.saidAt), now, pin.timeZone, reader);
  };
  return (
    <PinPart title={t("know")}>
      {pin.description && <p className={styles.text}>{pin.description}</p>}
      <ul className={styles.facts}>
        {known.map((field) => {
          const age = saidAge(field.id);
          return (
            <li key={field.id} className={styles[factValue(pin.details, field.id)]}>
              {factWords(field, pin.details, locale)}
              {age && <span className={styles.said}> {t("saidByMember", { age })}</span>}
            </li>
          );
        })}
      </ul>
      {written.length > 0 && (
        <dl className={styles.written}>
          {written.map(({ field, value }) => (
            <div key={field.id}>
              <dt>{field.words[locale]}</dt>
              <dd>
                {field.type === "date"
                  ? formatDay(new Date(`${value}T12:00:00Z`), "UTC", reader)
                  : value}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {unknown.length > 0 && (
        <details className={styles.unknown}>
          <summary>{t("notKnown")}</summary>
          <ul>
            {unknown.map((field) => (
              <li key={field.id}>{factWords(field, pin.details, locale)}</li>
            ))}
          </ul>
        </details>
      )}
    </PinPart>
  );
}
