import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { PhoneIcon } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { isAskFirst, telephoneOf } from "@/features/pins/detail/rules";
import type { PinDetail } from "@/features/pins/schema";

/** Says to call before one sets out to a place that nobody has seen for long. */
export function AskFirst({ pin }: { pin: PinDetail }) {
  const t = useTranslations("pins.detail");
  if (!isAskFirst(pin)) return null;
  const { phone } = pin;
  const dialled = phone && telephoneOf(phone);
  if (!phone || !dialled) {
    return (
      <Notice tone="warn" title={t("askFirst.title")}>
        <p>{t("askFirst.lead")}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="warn" title={t("askFirst.callTitle")}>
      <p>{t("askFirst.callLead")}</p>
      <p className="not-printed">
        <ButtonLink look="quiet" href={`tel:${dialled}`} icon={<PhoneIcon />}>
          {t("call", { phone })}
        </ButtonLink>
      </p>
    </Notice>
  );
}
