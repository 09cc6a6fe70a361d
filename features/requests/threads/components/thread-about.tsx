import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { ThreadShown } from "../schema";

/** What a conversation is about, and how it stands when it is not simply open. */
export function ThreadAbout({ thread: { about, side, postId, status } }: { thread: ThreadShown }) {
  const t = useTranslations("requests.threads");
  return (
    <>
      {about ? (
        <p>
          <Link href={`/requests/${postId}`}>{t("about", { about })}</Link>
        </p>
      ) : (
        <p>{t(`erased.${side}`)}</p>
      )}
      {status !== "open" && (
        <Notice title={t(`status.${status}`)}>
          <p>{t(`statusAbout.${status}`)}</p>
        </Notice>
      )}
    </>
  );
}
