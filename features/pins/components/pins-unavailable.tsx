import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** The records cannot be reached: says so, that nothing is lost, and how to try again. */
export function PinsUnavailable({ href }: { href: string }) {
  const t = useTranslations("pins.unavailable");
  return (
    <>
      <h1>{t("title")}</h1>
      <Notice tone="warn" role="status">
        <p>{t("lead")}</p>
      </Notice>
      <ButtonLink look="quiet" href={href}>
        {t("again")}
      </ButtonLink>
    </>
  );
}
