import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { ReadPost } from "@/features/requests/schema";

/** Tells its poster who can see what at this moment. */
export function WhoSees({
  post: { status, mayAnswer },
  isOut,
}: {
  post: ReadPost;
  isOut: boolean;
}) {
  const t = useTranslations("requests.posts.sees");
  const says = () => {
    if (status === "open") return isOut ? [t(`open.${mayAnswer}`), t("everybody")] : [t("hidden")];
    return status === "chosen" ? [t("chosen")] : [t("ended"), t("erased")];
  };
  return (
    <Notice title={t("title")}>
      <ul>
        {says().map((line) => (
          <li key={line}>{line}</li>
        ))}
        <li>{t("place")}</li>
      </ul>
    </Notice>
  );
}
