import { useTranslations } from "next-intl";
import { kindOf } from "@/features/kinds/index";
import { factValue, factWords } from "@/features/kinds/rules";
import { FactList, WrittenList } from "@/features/pins/detail/components/fact-list";
import { isDecisive } from "@/features/pins/detail/rules";
import type { PinDetail } from "@/features/pins/schema";
import type { Reader } from "@/lib/i18n/locale";
import styles from "./pin-facts.module.css";
import { PinPart } from "./pin-part";

/** What else is known of the kind's own fields, each with who said so; then what is not known. */
export function PinFacts({ pin, now, reader }: { pin: PinDetail; now: Date; reader: Reader }) {
  const t = useTranslations("pins.detail");
  const kind = kindOf(pin.kind);
  const fields = kind.fields.filter((field) => !isDecisive(field));
  if (fields.length === 0) return null;
  const facts = fields.filter(({ type }) => type === "fact");
  const known = facts.filter(({ id }) => factValue(kind, pin.details, id) !== "unknown");
  const unknown = facts.filter((fact) => !known.includes(fact));
  return (
    <PinPart title={t("know")}>
      <WrittenList pin={pin} fields={fields} reader={reader} />
      <FactList pin={pin} fields={known} now={now} reader={reader} />
      {unknown.length > 0 && (
        <details className={`${styles.unknown} not-printed`}>
          <summary>{t("notKnown", { count: unknown.length })}</summary>
          <ul>
            {unknown.map((field) => (
              <li key={field.id}>{factWords(kind, field, pin.details, reader.locale)}</li>
            ))}
          </ul>
        </details>
      )}
    </PinPart>
  );
}
