import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type Find, findHref } from "@/features/pins/find/schema";

/** The records cannot be reached: says so, and that nothing is lost. */
export function ListUnavailable({ find }: { find: Find }) {
  const t = useTranslations("find");
  return (
    <>
      <h1>{t("heading.unavailable")}</h1>
      <Notice tone="warn" role="status">
        <p>{t("unavailable")}</p>
      </Notice>
      <ButtonLink look="quiet" href={findHref(find)}>
        {t("again")}
      </ButtonLink>
    </>
  );
}
