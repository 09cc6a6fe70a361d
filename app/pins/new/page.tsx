import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/page-frame";
import { KindIcon } from "@/features/kinds/components/kind-icon";
import { kinds } from "@/features/kinds/index";
import { WhereField } from "@/features/map/components/where-field";
import { readMapSettings } from "@/features/map/queries";
import { memberOrSignIn } from "@/features/members/guard";
import { boundsOf } from "@/features/pins/find/rules";
import { AddForm } from "@/features/pins/form/components/add-form";
import { FormWords } from "@/features/pins/form/components/form-words";
import { pinsInBox } from "@/features/pins/queries";
import { getReader } from "@/lib/i18n/reader";

/** Where the map looks while there are no pins. */
const everywhere = { west: -180, south: -90, east: 180, north: 90 };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("pins.form");
  return { title: t("add.title") };
}

export default async function AddPinPage() {
  const viewer = await memberOrSignIn("/pins/new");
  const [{ locale }, settings, t, { pins }] = await Promise.all([
    getReader(),
    readMapSettings(),
    getTranslations("pins.form"),
    pinsInBox(viewer, { limit: 20 }),
  ]);
  const options = kinds.map((kind) => ({
    id: kind.id,
    label: kind.words[locale].one,
    icon: <KindIcon kind={kind} />,
  }));
  return (
    <PageFrame title={t("add.title")} lead={t("add.lead")}>
      <FormWords>
        <AddForm
          kinds={options}
          idempotencyKey={randomUUID()}
          where={
            <WhereField
              settings={settings}
              initialView={pins.length > 0 ? boundsOf(pins) : everywhere}
              asksAddress
            />
          }
        />
      </FormWords>
    </PageFrame>
  );
}
