import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { signInPath } from "../rules";
import type { Viewer } from "../schema";
import styles from "./member-menu.module.css";

/** The member's corner of the header: the way in, or their name with what is theirs under it. */
export async function MemberMenu({ viewer, next = "/" }: { viewer: Viewer; next?: string }) {
  const t = await getTranslations("members.menu");
  if (!viewer.isMember) {
    return (
      <ButtonLink href={signInPath(next)} look="plain">
        {t("signIn")}
      </ButtonLink>
    );
  }
  return (
    <details className={styles.menu} name="header-menu">
      <summary aria-label={t("label", { name: viewer.displayName })}>
        <span className={styles.name}>{viewer.displayName}</span>
      </summary>
      <div className={styles.card}>
        <Link href="/me">{t("myPage")}</Link>
        <form method="post" action="/api/auth/signout">
          <button type="submit">{t("signOut")}</button>
        </form>
      </div>
    </details>
  );
}
