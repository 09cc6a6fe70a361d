"use client";

import { useLocale, useTranslations } from "next-intl";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { useFormState } from "@/features/pins/form/components/form-state";
import { previewHours } from "@/features/pins/hours/preview/actions";
import type { HoursPreview as Preview } from "@/features/pins/hours/preview/schema";
import { useHoursWords } from "@/features/pins/hours/words/components/hours-words";
import styles from "./hours-preview.module.css";
import { PlannedDays } from "./planned-days";

/** Nobody types two letters with a longer pause, and nobody waits much longer for an answer. */
const pauseMs = 600;

const isAboutHours = (target: EventTarget | null) =>
  (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) &&
  /^(?:hours|exceptions)\./.test(target.name);

/**
 * What the hours of the form around come to, asked again whenever one of their controls changes,
 * and whenever `ask` is called.
 */
function useLivePreview(place: RefObject<HTMLElement | null>) {
  const [live, setLive] = useState<Preview | null>(null);
  const latest = useRef(0);
  const ask = useCallback(async () => {
    const form = place.current?.closest("form");
    if (!form) return;
    latest.current++;
    const asked = latest.current;
    // Without an answer the form still says what it comes to when it is sent.
    const answer = await previewHours(new FormData(form)).catch(() => null);
    if (asked === latest.current) setLive(answer);
  }, [place]);
  useEffect(() => {
    const form = place.current?.closest("form");
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = ({ target }: Event) => {
      if (!isAboutHours(target)) return;
      clearTimeout(timer);
      timer = setTimeout(ask, pauseMs);
    };
    form?.addEventListener("input", wait);
    return () => {
      clearTimeout(timer);
      form?.removeEventListener("input", wait);
    };
  }, [place, ask]);
  return { live, ask };
}

/** The coming two weeks as the form has them: live where scripts run, else when it is asked for. */
export function HoursPreview() {
  const t = useTranslations("pins.form.preview");
  const locale = useLocale();
  const { preview } = useFormState();
  const place = useRef<HTMLDivElement>(null);
  const { live, ask } = useLivePreview(place);
  const shown = live ?? preview;
  return (
    <div className={styles.preview} ref={place}>
      <input type="hidden" name="hours.shown" value={shown?.openingHours ?? ""} />
      <div role="status">{shown && <Summary preview={shown} />}</div>
      {shown?.days && (
        <details open className={styles.days}>
          <summary>{t("title")}</summary>
          <PlannedDays
            days={shown.days}
            exceptions={shown.exceptions}
            reader={{ formatTag: locale }}
            hasDates
          />
        </details>
      )}
      <Button
        name="ask"
        value="preview"
        look="quiet"
        onClick={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        {t("ask")}
      </Button>
    </div>
  );
}

function Summary({ preview }: { preview: Preview }) {
  const t = useTranslations("pins.form.preview");
  const locale = useLocale();
  const said = useHoursWords({ locale, formatTag: locale });
  const { openingHours, words, days, neverOpens, errors } = preview;
  if (Object.keys(errors).length > 0) return <p className={styles.warning}>{t("wrong")}</p>;
  const openDays = days?.filter(({ spans }) => spans.some(({ certainty }) => certainty === "open"));
  return (
    <>
      {words === "read" && (
        <p>
          {t("read")} {said(openingHours ?? "")} (<code>{openingHours}</code>)
        </p>
      )}
      {words === "kept" && <p className={styles.warning}>{t("kept")}</p>}
      {openDays && <p>{t("count", { count: openDays.length })}</p>}
      {openingHours && !days && <p className={styles.warning}>{t("unknown")}</p>}
      {neverOpens && <p className={styles.warning}>{t("never")}</p>}
    </>
  );
}
