import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/back-link";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { kindOf } from "@/features/kinds/index";
import { MapFocus } from "@/features/map/components/map-focus";
import { PinBanners } from "@/features/pins/components/pin-banners";
import { PinFacts } from "@/features/pins/components/pin-facts";
import { PinHeading } from "@/features/pins/components/pin-heading";
import { PinHours } from "@/features/pins/components/pin-hours";
import { PinOrigin } from "@/features/pins/components/pin-origin";
import { PinPlace } from "@/features/pins/components/pin-place";
import { PinSureness } from "@/features/pins/components/pin-sureness";
import { PinsUnavailable } from "@/features/pins/components/pins-unavailable";
import { findHref, parseFind } from "@/features/pins/find/schema";
import { comingWeek } from "@/features/pins/hours/rules";
import { now } from "@/lib/clock";
import { getReader } from "@/lib/i18n/reader";
import { pinIfReachable } from "../../../pin-of-page";

type PinPageProps = {
  params: Promise<{ pinId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const thanks = ["added", "edited", "checked"] as const;

export async function generateMetadata({ params }: PinPageProps): Promise<Metadata> {
  const { pinId } = await params;
  const [{ locale }, pin] = await Promise.all([getReader(), pinIfReachable(pinId)]);
  if (!pin) return {};
  const kind = kindOf(pin.kind).words[locale].one;
  return {
    title: pin.name,
    description: [kind, pin.street, pin.city].filter(Boolean).join(", "),
    alternates: { canonical: `/pins/${pin.id}` },
  };
}

export default async function PinPage({ params, searchParams }: PinPageProps) {
  const [{ pinId }, parameters, reader, t] = await Promise.all([
    params,
    searchParams,
    getReader(),
    getTranslations("pins.detail"),
  ]);
  const pin = await pinIfReachable(pinId);
  if (!pin) return <PinsUnavailable href={`/pins/${pinId}`} />;
  const moment = now();
  const done = thanks.find((name) => name in parameters);
  return (
    <>
      <BackLink href={findHref(parseFind(parameters))}>{t("back")}</BackLink>
      {done && (
        <Notice tone="good" role="status" title={t(done)}>
          {done === "added" && (
            <p>
              <ButtonLink href={`/pins/${pin.id}/edit`} look="plain">
                {t("addMore")}
              </ButtonLink>
            </p>
          )}
        </Notice>
      )}
      <PinHeading pin={pin} now={moment} reader={reader} />
      <PinBanners pin={pin} now={moment} reader={reader} />
      <PinSureness pin={pin} now={moment} reader={reader} />
      <PinPlace pin={pin} />
      <PinHours pin={pin} week={comingWeek(pin, moment)} now={moment} reader={reader} />
      <PinFacts pin={pin} now={moment} reader={reader} />
      <PinOrigin pin={pin} reader={reader} />
      <MapFocus pinId={pin.id} point={{ lng: pin.lng, lat: pin.lat }} />
    </>
  );
}
