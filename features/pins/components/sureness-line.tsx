import { useTranslations } from "next-intl";
import type { PinSummary } from "@/features/pins/schema";
import { formatAge } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";
import styles from "./sureness-line.module.css";

type Known = Pick<
  PinSummary,
  "freshness" | "checkedAt" | "checkedByCount" | "observedAt" | "source" | "timeZone"
>;

/** How sure we are, in words with the date and the number of people (product.md, Freshness). */
export function useSurenessWords(pin: Known, now: Date, reader: Reader): string {
  const t = useTranslations("pins.sure");
  const age = (at: Date) => formatAge(at, now, pin.timeZone, reader);
  const { checkedAt, checkedByCount: count, observedAt } = pin;

  switch (pin.freshness) {
    case "new":
      return t("new");
    case "fresh":
    case "ageing":
      return checkedAt
        ? t("checked", { age: age(checkedAt), count })
        : t("listed", { age: age(observedAt) });
    case "stale":
      if (checkedAt) return t("long", { age: age(checkedAt) });
      return t(pin.source ? "listedLong" : "added", { age: age(observedAt) });
    case "dormant":
      return t("dormant");
  }
}

/** The sentence, with the mark that the map gives such a pin: solid, pale, or dashed. */
export function SurenessLine({ pin, now, reader }: { pin: Known; now: Date; reader: Reader }) {
  const words = useSurenessWords(pin, now, reader);
  return <span className={`${styles.line} ${styles[pin.freshness]}`}>{words}</span>;
}
