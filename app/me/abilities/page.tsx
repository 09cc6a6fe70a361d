import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/page-frame";
import { memberOrSignIn } from "@/features/members/guard";
import { AbilityList } from "@/features/requests/abilities/components/ability-list";
import { AbilityWords } from "@/features/requests/abilities/components/ability-words";
import { ownAbilities } from "@/features/requests/abilities/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("requests.abilities");
  return { title: t("title"), robots: { index: false } };
}

/** "I can" and "I could use": everyone has something, and everyone could use something. */
export default async function AbilitiesPage() {
  const viewer = await memberOrSignIn("/me/abilities");
  const [t, abilities] = await Promise.all([
    getTranslations("requests.abilities"),
    ownAbilities(viewer),
  ]);
  const sides = ["offer", "request"] as const;
  return (
    <PageFrame title={t("title")} lead={t("lead")}>
      <AbilityWords>
        {sides.map((side) => (
          <AbilityList
            key={side}
            side={side}
            abilities={abilities.filter((one) => one.side === side)}
          />
        ))}
      </AbilityWords>
    </PageFrame>
  );
}
