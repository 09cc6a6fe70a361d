import { useTranslations } from "next-intl";
import { ButtonLink, ButtonRow } from "@/components/ui/button";
import styles from "./ask-instead.module.css";

/** Below the list of places: what no place has, a neighbour may. */
export function AskInstead() {
  const t = useTranslations("requests.instead");
  return (
    <aside className={`${styles.instead} not-printed`} aria-labelledby="ask-instead">
      <h2 id="ask-instead">{t("title")}</h2>
      <p>{t("text")}</p>
      <ButtonRow>
        <ButtonLink look="quiet" href="/requests/new">
          {t("ask")}
        </ButtonLink>
        <ButtonLink look="plain" href="/offers/new">
          {t("offer")}
        </ButtonLink>
      </ButtonRow>
    </aside>
  );
}
