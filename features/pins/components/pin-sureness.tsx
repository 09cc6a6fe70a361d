import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { CheckIcon, HistoryIcon, PencilIcon } from "@/components/ui/icons";
import type { PinDetail } from "@/features/pins/schema";
import type { Reader } from "@/lib/i18n/locale";
import { PinPart } from "./pin-part";
import styles from "./pin-sureness.module.css";
import { SurenessLine } from "./sureness-line";

/** How sure we are, and how anyone can make us surer. */
export function PinSureness({ pin, now, reader }: { pin: PinDetail; now: Date; reader: Reader }) {
  const t = useTranslations("pins.detail");
  const path = `/pins/${pin.id}`;
  return (
    <PinPart title={t("sure")}>
      <p>
        <SurenessLine pin={pin} now={now} reader={reader} />
      </p>
      <div className={`${styles.actions} not-printed`}>
        {pin.visibility === "listed" && (
          <ButtonLink href={`${path}/check`} icon={<CheckIcon />}>
            {t("check")}
          </ButtonLink>
        )}
        <ButtonLink href={`${path}/edit`} look="quiet" icon={<PencilIcon />}>
          {t("edit")}
        </ButtonLink>
        <ButtonLink href={`${path}/history`} look="quiet" icon={<HistoryIcon />}>
          {t("history")}
        </ButtonLink>
      </div>
      {pin.visibility === "listed" && <p className={styles.ask}>{t("checkAsk")}</p>}
    </PinPart>
  );
}
