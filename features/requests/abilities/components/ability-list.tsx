import { getTranslations } from "next-intl/server";
import { Button, ButtonLink } from "@/components/ui/button";
import { dropAbility } from "@/features/requests/abilities/actions";
import type { Ability } from "@/features/requests/abilities/schema";
import type { Side } from "@/features/requests/schema";
import styles from "./abilities.module.css";
import { AbilityForm } from "./ability-form";

const formOf = { offer: "/offers/new", request: "/requests/new" } as const;

/** What a member says of themselves, each leading to a form filled with it, and room for one more. */
export async function AbilityList({ side, abilities }: { side: Side; abilities: Ability[] }) {
  const [t, kinds] = await Promise.all([
    getTranslations("requests.abilities"),
    getTranslations("requests.form.category"),
  ]);
  return (
    <section className={styles.section} aria-labelledby={`abilities-${side}`}>
      <h2 id={`abilities-${side}`}>{t(side)}</h2>
      {abilities.length === 0 ? (
        <p>{t(`none.${side}`)}</p>
      ) : (
        <ul className={styles.list}>
          {abilities.map(({ id, category, summary, when }) => (
            <li key={id}>
              <div>
                <strong>{summary}</strong>
                <p className={styles.soft}>{[kinds(category), when].filter(Boolean).join(" · ")}</p>
              </div>
              <div className={styles.ways}>
                <ButtonLink href={`${formOf[side]}?ability=${id}`}>{t(`now.${side}`)}</ButtonLink>
                <form action={dropAbility}>
                  <input type="hidden" name="id" value={id} />
                  <Button look="plain" aria-label={t("removeThis", { summary })}>
                    {t("remove")}
                  </Button>
                </form>
              </div>
            </li>
          ))}
        </ul>
      )}
      {/* A form whose words were kept begins anew. */}
      <AbilityForm key={abilities.length} side={side} />
    </section>
  );
}
