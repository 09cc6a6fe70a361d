import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/back-link";
import { PageFrame } from "@/components/page-frame";
import { kindOf, kinds } from "@/features/kinds/index";
import { WhereField } from "@/features/map/components/where-field";
import { readMapSettings } from "@/features/map/queries";
import { memberOrSignIn } from "@/features/members/guard";
import { EditForm } from "@/features/pins/form/components/edit-form";
import { FormWords } from "@/features/pins/form/components/form-words";
import { valuesOf } from "@/features/pins/form/rules";
import { now } from "@/lib/clock";
import { getReader } from "@/lib/i18n/reader";
import { pinOfPage } from "../../../pin-of-page";

type EditPageProps = { params: Promise<{ pinId: string }> };

export async function generateMetadata({ params }: EditPageProps): Promise<Metadata> {
  const [{ pinId }, t] = await Promise.all([params, getTranslations("pins.form")]);
  const { name } = await pinOfPage(pinId);
  return { title: t("edit.title", { name }), robots: { index: false } };
}

export default async function EditPinPage({ params }: EditPageProps) {
  const { pinId } = await params;
  await memberOrSignIn(`/pins/${pinId}/edit`);
  const [pin, { locale }, settings, t] = await Promise.all([
    pinOfPage(pinId),
    getReader(),
    readMapSettings(),
    getTranslations("pins.form"),
  ]);
  const { fields } = kindOf(pin.kind);
  return (
    <PageFrame title={t("edit.title", { name: pin.name })} lead={t("edit.lead")}>
      <BackLink href={`/pins/${pin.id}`}>{pin.name}</BackLink>
      <FormWords>
        <EditForm
          pinId={pin.id}
          version={pin.version}
          first={valuesOf(pin, now())}
          kinds={kinds.map(({ id, words }) => ({ id, label: words[locale].one }))}
          fields={fields.map(({ id, type, words, hint }) => {
            return { id, type, label: words[locale], hint: hint?.[locale] };
          })}
          idempotencyKey={randomUUID()}
          where={
            <WhereField
              settings={settings}
              initialView={{ west: pin.lng, south: pin.lat, east: pin.lng, north: pin.lat }}
              asksAddress={false}
            />
          }
        />
      </FormWords>
    </PageFrame>
  );
}
