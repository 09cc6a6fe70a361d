import { randomUUID } from "node:crypto";
import { useTranslations } from "next-intl";
import { formatDay, formatMoment } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";
import { recallPlace } from "../actions";
import type { ThreadShown } from "../schema";
import { PlaceForm } from "./place-form";
import { PressForm } from "./press-form";
import styles from "./thread.module.css";

/** Where exactly, for the two alone; says who sees it until when, and lets the poster take it back. */
export function PlacePart({ thread, reader }: { thread: ThreadShown; reader: Reader }) {
  const t = useTranslations("requests.threads.place");
  const { id, place, isPoster, maySendPlace, otherName: name, timeZone } = thread;
  if (!place && !maySendPlace) return null;
  return (
    <section className={styles.part} aria-labelledby="place-title">
      <h2 id="place-title">{t("title")}</h2>
      {place && (
        <>
          <p className={styles.said} dir="auto">
            {place.where}
          </p>
          <p className={styles.note}>
            {t("sent", { at: formatMoment(place.sentAt, timeZone, reader) })}{" "}
            {t(isPoster ? "seenByThem" : "seenByYou", { name })}{" "}
            {place.until
              ? t("until", { day: formatDay(place.until, timeZone, reader) })
              : t("untilOver")}
          </p>
        </>
      )}
      {place && isPoster && (
        <PressForm action={recallPlace} threadId={id}>
          {t("recall")}
        </PressForm>
      )}
      {!place && maySendPlace && (
        <>
          <p>{t("about", { name })}</p>
          <details className={styles.more}>
            <summary>{t("open", { name })}</summary>
            <div className={styles.inside}>
              <PlaceForm threadId={id} idempotencyKey={randomUUID()} otherName={name} />
            </div>
          </details>
        </>
      )}
    </section>
  );
}
