"use client";

import { useTranslations } from "next-intl";
import { PageFrame } from "@/components/page-frame";
import { Button, ButtonLink } from "@/components/ui/button";

/** Something broke on our side: says so, with the id that the log has too. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations("errors.broken");
  return (
    <PageFrame title={t("title")} lead={t("lead")}>
      <p>
        <Button type="button" onClick={reset}>
          {t("again")}
        </Button>{" "}
        <ButtonLink href="/" look="quiet">
          {t("back")}
        </ButtonLink>
      </p>
      {error.digest && <p>{t("id", { id: error.digest })}</p>}
    </PageFrame>
  );
}
