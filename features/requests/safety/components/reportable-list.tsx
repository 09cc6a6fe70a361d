import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { threadPath } from "../../threads/rules";
import type { ThreadToName } from "../../threads/schema";

/** Conversations by name, each with the way to report it. */
export function ReportableList({ threads }: { threads: readonly ThreadToName[] }) {
  const t = useTranslations("requests.safety");
  return (
    <ul>
      {threads.map(({ id, otherName, about }) => (
        <li key={id}>
          <Link href={`${threadPath(id)}/report`}>
            {about ? t("withAbout", { name: otherName, about }) : t("with", { name: otherName })}
          </Link>
        </li>
      ))}
    </ul>
  );
}
