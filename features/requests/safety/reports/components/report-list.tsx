import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { formatDay } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";
import { closeReport } from "../../actions";
import type { OpenReport } from "../schema";
import styles from "./report-form.module.css";

/** What stewards see: the excerpt that somebody chose to show, and nobody's name. */
export function ReportList({
  reports,
  reader,
}: {
  reports: readonly OpenReport[];
  reader: Reader;
}) {
  const t = useTranslations("requests.reports");
  return (
    <ul className={styles.list}>
      {reports.map(({ id, category, excerpt, createdAt, from, reporters }) => (
        <li key={id} className={styles.report}>
          <h2>{t(`form.categories.${category}`)}</h2>
          <p className={styles.note}>
            {t(`from.${from}`, { day: formatDay(createdAt, "UTC", reader) })}{" "}
            {reporters > 1 && t("reporters", { count: reporters })}
          </p>
          <blockquote className={styles.excerpt} dir="auto">
            {excerpt ?? t("erased")}
          </blockquote>
          <form action={closeReport}>
            <input type="hidden" name="reportId" value={id} />
            <Button look="quiet">{t("close")}</Button>
          </form>
        </li>
      ))}
    </ul>
  );
}
