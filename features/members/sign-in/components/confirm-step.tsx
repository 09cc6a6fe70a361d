import { getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/page-frame";
import { ButtonLink } from "@/components/ui/button";
import { signInPath } from "../../rules";
import { ConfirmForm } from "./confirm-form";

/** The page after a link was sent, and the page that the link opens: the same form under other words. */
export async function ConfirmStep({ step, next }: { step: "sent" | "confirm"; next: string }) {
  const t = await getTranslations("members");
  const words = {
    about: t("confirm.about"),
    codeHint: step === "confirm" ? t("confirm.codeAbout") : undefined,
    code: t("sent.code"),
    button: t("sent.confirm"),
    sending: t("sent.confirming"),
    shared: t("confirm.shared"),
    sharedAbout: t("confirm.sharedAbout"),
    refusals: {
      expired: t("confirm.expired"),
      used: t("confirm.used"),
      "needs-code": t("confirm.needs-code"),
      "wrong-code": t("confirm.wrong-code"),
      "too-many-tries": t("confirm.too-many-tries"),
    },
  };
  return (
    <PageFrame title={t(`${step}.title`)} lead={step === "sent" ? t("sent.about") : undefined}>
      <ConfirmForm next={next} words={words} />
      {step === "sent" && <p>{t("sent.again")}</p>}
      <p>
        <ButtonLink href={signInPath(next)} look="quiet">
          {t("sent.askAgain")}
        </ButtonLink>
      </p>
    </PageFrame>
  );
}
