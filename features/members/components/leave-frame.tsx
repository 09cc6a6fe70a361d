import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { QuickExit } from "@/components/quick-exit";
import { env } from "@/lib/env";

/** Pages that somebody may have to leave at once, under the way out. */
export async function LeaveFrame({ children }: { children: ReactNode }) {
  const t = await getTranslations("members.leave");
  return (
    <div>
      <QuickExit
        href="/leave"
        target={env().QUICK_EXIT_URL}
        words={{ leave: t("leave"), about: t("about") }}
      />
      {children}
    </div>
  );
}
