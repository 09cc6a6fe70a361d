import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { CheckIcon, HistoryIcon, PencilIcon } from "@/components/ui/icons";
import type { PinDetail } from "@/features/pins/schema";
import { formatDay } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";
import { PinPart } from "./pin-part";
import styles from "./pin-sureness.module.css";

/** How sure we are, with the day and the number of people, and how anyone can make us surer. */
export function PinSureness({
  pin,
  asked,
  reader,
}: {
  pin: PinDetail;
  /** What the list asked for, as a query string: each link keeps it. */
  asked: string;
  reader: Reader;
}) {
  const t = useTranslations("pins.detail");
  const path = `/pins/${pin.id}`;
  return (
    <PinPart title={t("sure")}>
      <p>
        <SeenWords pin={pin} reader={reader} />
      </p>
      <div className={`${styles.actions} not-printed`}>
        {pin.visibility === "listed" && (
          <ButtonLink href={`${path}/check${asked}`} icon={<CheckIcon />}>
            {t("check")}
          </ButtonLink>
        )}
        <ButtonLink href={`${path}/edit${asked}`} look="quiet" icon={<PencilIcon />}>
          {t("edit")}
        </ButtonLink>
        <ButtonLink href={`${path}/history${asked}`} look="quiet" icon={<HistoryIcon />}>
          {t("history")}
        </ButtonLink>
      </div>
      {pin.visibility === "listed" && (
        <p className={`${styles.ask} not-printed`}>{t("checkAsk")}</p>
      )}
    </PinPart>
  );
}

/** Who saw it last, and on which day. */
function SeenWords({ pin, reader }: { pin: PinDetail; reader: Reader }): string {
  const t = useTranslations("pins.detail.seen");
  const { checkedAt, checkedByCount: count, observedAt, source, timeZone } = pin;
  const date = formatDay(checkedAt ?? observedAt, timeZone, reader);
  if (checkedAt) return t("checked", { count, date });
  return source ? t("listed", { source, date }) : t("added", { date });
}
