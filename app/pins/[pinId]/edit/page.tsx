import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/back-link";
import { PageFrame } from "@/components/page-frame";
import { kindOf, kinds } from "@/features/kinds/index";
import { WhereField } from "@/features/map/components/where-field";
import { readMapSettings } from "@/features/map/queries";
import { memberOrSignIn } from "@/features/members/guard";
import { type AddressParameters, askedOf, parseFind } from "@/features/pins/find/schema";
import { EditForm } from "@/features/pins/form/components/edit-form";
import { FormWords } from "@/features/pins/form/components/form-words";
import { valuesOf } from "@/features/pins/form/rules";
import { now } from "@/lib/clock";
import { getReader } from "@/lib/i18n/reader";
import { pinOfPage } from "../../../pin-of-page";

type EditPageProps = {
  params: Promise<{ pinId: string }>;
  searchParams: Promise<AddressParameters>;
};

export async function generateMetadata({ params }: EditPageProps): Promise<Metadata> {
  const [{ pinId }, t] = await Promise.all([params, getTranslations("pins.form")]);
  const { name } = await pinOfPage(pinId);
  return { title: t("edit.title", { name }), robots: { index: false } };
}

export default async function EditPinPage({ params, searchParams }: EditPageProps) {
  const [{ pinId }, parameters] = await Promise.all([params, searchParams]);
  const asked = askedOf(parseFind(parameters));
  await memberOrSignIn(`/pins/${pinId}/edit${asked}`);
  const [pin, { locale }, settings, t] = await Promise.all([
    pinOfPage(pinId),
    getReader(),
    readMapSettings(),
    getTranslations("pins.form"),
  ]);
  const { fields } = kindOf(pin.kind);
  return (
    <PageFrame title={t("edit.title", { name: pin.name })} lead={t("edit.lead")}>
      <BackLink href={`/pins/${pin.id}${asked}`}>{pin.name}</BackLink>
      <FormWords>
        <EditForm
          pinId={pin.id}
          asked={asked}
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
