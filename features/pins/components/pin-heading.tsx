import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import { KindIcon } from "@/features/kinds/components/kind-icon";
import { kindOf } from "@/features/kinds/index";
import { decidingWords } from "@/features/kinds/rules";
import type { PinDetail } from "@/features/pins/schema";
import type { Reader } from "@/lib/i18n/locale";
import { OpeningLine } from "./opening-line";
import styles from "./pin-heading.module.css";

/** What decides whether to go: what it is, whether it is open, and the one thing that decides. */
export function PinHeading({ pin, now, reader }: { pin: PinDetail; now: Date; reader: Reader }) {
  const t = useTranslations("pins");
  const kind = kindOf(pin.kind);
  const deciding = decidingWords(kind, pin.details, reader.locale);
  const isUnsure = pin.freshness === "stale" || pin.freshness === "dormant";
  return (
    <div className={styles.heading}>
      <KindIcon kind={kind} variant={isUnsure ? "dashed" : "solid"} />
      <div>
        <h1>{pin.name}</h1>
        <p className={styles.kind}>
          {kind.words[reader.locale].one} {pin.isSample && <Tag>{t("sample")}</Tag>}
        </p>
      </div>
      <p className={styles.now}>
        <OpeningLine pin={pin} now={now} reader={reader} />
        {deciding && <span>{deciding}</span>}
      </p>
    </div>
  );
}
