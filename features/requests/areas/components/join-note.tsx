import { useTranslations } from "next-intl";
import { ButtonLink, ButtonRow } from "@/components/ui/button";
import { signInPath } from "@/features/members/rules";

/** For who is signed out: why only numbers are shown, and what it takes to see more, or to ask. */
export function JoinNote() {
  const t = useTranslations("requests.counts.why");
  return (
    <section aria-labelledby="why">
      <h2 id="why">{t("title")}</h2>
      <p>{t("text")}</p>
      <p>{t("ask")}</p>
      <ButtonRow>
        <ButtonLink href={signInPath("/requests/new")}>{t("signInToAsk")}</ButtonLink>
        <ButtonLink look="quiet" href={signInPath("/requests")}>
          {t("signIn")}
        </ButtonLink>
      </ButtonRow>
    </section>
  );
}
