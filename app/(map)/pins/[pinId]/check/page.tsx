import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/back-link";
import { Link } from "@/components/ui/link";
import { MapFocus } from "@/features/map/components/map-focus";
import { memberOrSignIn } from "@/features/members/guard";
import { type AddressParameters, askedOf, parseFind } from "@/features/pins/find/schema";
import { FormWords } from "@/features/pins/form/components/form-words";
import { CheckForm } from "@/features/pins/verification/components/check-form";
import { pinOfPage } from "../../../../pin-of-page";

type CheckPageProps = {
  params: Promise<{ pinId: string }>;
  searchParams: Promise<AddressParameters>;
};

export async function generateMetadata({ params }: CheckPageProps): Promise<Metadata> {
  const [{ pinId }, t] = await Promise.all([params, getTranslations("pins.check")]);
  const { name } = await pinOfPage(pinId);
  return { title: `${t("title")} ${name}`, robots: { index: false } };
}

export default async function CheckPinPage({ params, searchParams }: CheckPageProps) {
  const [{ pinId }, parameters] = await Promise.all([params, searchParams]);
  const asked = askedOf(parseFind(parameters));
  await memberOrSignIn(`/pins/${pinId}/check${asked}`);
  const [pin, t] = await Promise.all([pinOfPage(pinId), getTranslations("pins.check")]);
  return (
    <>
      <BackLink href={`/pins/${pin.id}${asked}`}>{pin.name}</BackLink>
      <h1>{t("title")}</h1>
      <p>{t("about", { name: pin.name })}</p>
      <FormWords>
        <CheckForm pinId={pin.id} asked={asked} idempotencyKey={randomUUID()} />
      </FormWords>
      <p>
        <Link href={`/pins/${pin.id}/edit${asked}`}>{t("fix")}</Link>
      </p>
      <MapFocus pinId={pin.id} point={{ lng: pin.lng, lat: pin.lat }} />
    </>
  );
}
