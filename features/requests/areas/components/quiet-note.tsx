import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { placeLabel } from "@/features/places/rules";
import type { Place } from "@/features/places/schema";
import { quietDays } from "@/features/requests/areas/activity/rules";
import { formatDistance } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";

type QuietNoteProps = {
  /** From `activityAround()` of features/requests/areas/activity/queries.ts. */
  activity: { isQuiet: boolean; nearest: { town: Place | null; metres: number } | null };
  reader: Reader;
};

/** Honest emptiness: says that nobody has been active here, and where somebody was. */
export function QuietNote({ activity: { isQuiet, nearest }, reader }: QuietNoteProps) {
  const t = useTranslations("requests.counts.quiet");
  if (!isQuiet) return null;
  const where = () => {
    if (!nearest) return t("none");
    const distance = formatDistance(nearest.metres, reader);
    return nearest.town
      ? t("nearest", { name: placeLabel(nearest.town, reader.locale), distance })
      : t("nearestUnnamed", { distance });
  };
  return (
    <Notice title={t("title")}>
      <p>{t("text", { days: quietDays })}</p>
      <p>{where()}</p>
      <p>{t("still")}</p>
    </Notice>
  );
}
