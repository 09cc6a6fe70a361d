"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { PinDetail } from "@/features/pins/schema";

/** The pin as somebody else left it meanwhile, beside what was typed here. */
export function CurrentPin({ pin }: { pin: PinDetail }) {
  const t = useTranslations("pins.form");
  const lines = [
    [t("name"), pin.name],
    [t("about"), pin.description],
    [t("hours"), pin.hoursText ?? pin.openingHours],
    [t("phone"), pin.phone],
    [t("website"), pin.website],
    [t("street"), pin.street],
    [t("city"), pin.city],
  ];
  return (
    <Notice tone="note" title={t("current.title")}>
      <p>{t("current.lead")}</p>
      <ul>{lines.map(([label, value]) => value && <li key={label}>{`${label}: ${value}`}</li>)}</ul>
    </Notice>
  );
}
