import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { formatDay } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";

type SaidNoteProps = {
  /** From the address, after the poster asked for more time. */
  said: string | readonly string[] | undefined;
  expiresAt: Date;
  reader: Reader;
};

const refusals = ["too-many-open", "too-old", "not-allowed"] as const;

/** Whether it stays open longer, and why not. */
export function SaidNote({ said, expiresAt, reader }: SaidNoteProps) {
  const t = useTranslations("requests.posts.said");
  if (said === "renewed") {
    const day = formatDay(expiresAt, "UTC", reader);
    return (
      <Notice tone="good" role="status">
        <p>{t("renewed", { day })}</p>
      </Notice>
    );
  }
  const refusal = refusals.find((reason) => reason === said);
  return refusal ? (
    <Notice tone="warn" role="alert">
      <p>{t(refusal)}</p>
    </Notice>
  ) : null;
}
