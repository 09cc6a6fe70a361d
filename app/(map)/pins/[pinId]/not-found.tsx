import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";

export default async function PinNotFound() {
  const t = await getTranslations("pins.missing");
  return (
    <>
      <h1>{t("title")}</h1>
      <p>{t("lead")}</p>
      <p>
        <ButtonLink href="/">{t("back")}</ButtonLink>
      </p>
    </>
  );
}
