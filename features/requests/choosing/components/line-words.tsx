import { useTranslations } from "next-intl";
import type { LineWords } from "@/features/requests/schema";

/** "3 × Packs of nappies, size 5": a line, or so much of it, in a few words. */
export function LineLabel({
  line: { what, size, brand },
  quantity,
}: {
  line: Pick<LineWords, "what" | "size" | "brand">;
  quantity: number;
}) {
  const t = useTranslations("requests.choosing");
  return t("line", { quantity, what: [what, size, brand].filter(Boolean).join(", ") });
}
