import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { kindOf } from "@/features/kinds/index";
import { factValue } from "@/features/kinds/rules";
import { PinPart } from "@/features/pins/components/pin-part";
import { isDecisive } from "@/features/pins/detail/rules";
import type { PinDetail } from "@/features/pins/schema";
import type { Reader } from "@/lib/i18n/locale";
import styles from "./before-you-go.module.css";
import { FactList, WrittenList } from "./fact-list";

/** What decides whether to go: what is asked of people, what nobody has said about it, what to bring. */
export function BeforeYouGo({
  pin,
  asked,
  now,
  reader,
}: {
  pin: PinDetail;
  /** What the list asked for, as a query string: the link keeps it. */
  asked: string;
  now: Date;
  reader: Reader;
}) {
  const t = useTranslations("pins.detail");
  const kind = kindOf(pin.kind);
  const fields = kind.fields.filter(isDecisive);
  const facts = fields.filter(({ type }) => type === "fact");
  const hasUnknown = facts.some(({ id }) => factValue(kind, pin.details, id) === "unknown");
  const hasWritten = fields.some(({ id }) => typeof pin.details[id] === "string");
  if (!pin.description && facts.length === 0 && !hasWritten) return null;
  return (
    <PinPart title={t("before")}>
      {pin.description && (
        <p className={styles.text}>
          <bdi>{pin.description}</bdi>
        </p>
      )}
      <WrittenList pin={pin} fields={fields} reader={reader} />
      <FactList pin={pin} fields={facts} now={now} reader={reader} />
      {hasUnknown && (
        <p className={`${styles.ask} not-printed`}>
          <Link href={`/pins/${pin.id}/edit${asked}`}>{t("knowMore")}</Link>
        </p>
      )}
    </PinPart>
  );
}
