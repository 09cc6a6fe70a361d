import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { formatDay } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";
import { unblock } from "../actions";
import type { BlockedOne } from "../schema";
import styles from "./blocked-list.module.css";

/** Whom the viewer has blocked, each with the way back. */
export function BlockedList({
  blocked,
  reader,
}: {
  blocked: readonly BlockedOne[];
  reader: Reader;
}) {
  const t = useTranslations("requests.safety");
  return (
    <ul className={styles.list}>
      {blocked.map(({ block, name, since }) => (
        <li key={block} className={styles.one}>
          <p>
            <strong>{name ?? t("noName")}</strong>{" "}
            <span className={styles.since}>
              {t("since", { day: formatDay(since, "UTC", reader) })}
            </span>
          </p>
          <form action={unblock}>
            <input type="hidden" name="block" value={block} />
            <Button look="quiet">{t("unblock")}</Button>
          </form>
        </li>
      ))}
    </ul>
  );
}
