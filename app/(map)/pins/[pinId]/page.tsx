import type { Metadata } from "next";
import { unstable_rethrow } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/back-link";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { kindOf } from "@/features/kinds/index";
import { decidingWords } from "@/features/kinds/rules";
import { MapFocus } from "@/features/map/components/map-focus";
import { getViewer } from "@/features/members/guard";
import { PinBanners } from "@/features/pins/components/pin-banners";
import { PinFacts } from "@/features/pins/components/pin-facts";
import { PinHeading } from "@/features/pins/components/pin-heading";
import { PinHours } from "@/features/pins/components/pin-hours";
import { PinOrigin } from "@/features/pins/components/pin-origin";
import { PinPlace } from "@/features/pins/components/pin-place";
import { PinSureness } from "@/features/pins/components/pin-sureness";
import { PinsUnavailable } from "@/features/pins/components/pins-unavailable";
import { BeforeYouGo } from "@/features/pins/detail/components/before-you-go";
import { PinParts } from "@/features/pins/detail/components/pin-parts";
import { PinsAroundList } from "@/features/pins/detail/components/pins-around-list";
import { pinsAround } from "@/features/pins/detail/queries";
import { addressLine, daysOfWeek, isForSearchEngines } from "@/features/pins/detail/rules";
import { type AddressParameters, askedOf, findHref, parseFind } from "@/features/pins/find/schema";
import { certainWeek } from "@/features/pins/hours/rules";
import { LinkedData } from "@/features/pins/linked-data/components/linked-data";
import { placeOf } from "@/features/pins/linked-data/rules";
import type { PinDetail } from "@/features/pins/schema";
import { SharePin } from "@/features/pins/sharing/components/share-pin";
import { shortLink } from "@/features/pins/sharing/rules";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { getReader } from "@/lib/i18n/reader";
import { logError } from "@/lib/log";
import { dateAt } from "@/lib/time-zone";
import { pinIfReachable } from "../../../pin-of-page";

type PinPageProps = {
  params: Promise<{ pinId: string }>;
  searchParams: Promise<AddressParameters>;
};

const thanks = ["added", "edited", "checked"] as const;

/** The page's address for everyone: without what this person searched for. */
const pageUrl = ({ id }: PinDetail): string => new URL(`/pins/${id}`, env().APP_URL).href;

export async function generateMetadata({ params }: PinPageProps): Promise<Metadata> {
  const { pinId } = await params;
  const [{ locale }, pin] = await Promise.all([getReader(), pinIfReachable(pinId)]);
  if (!pin) return {};
  const kind = kindOf(pin.kind);
  const deciding = decidingWords(kind, pin.details, locale);
  const said = [kind.words[locale].one, addressLine(pin), ...deciding];
  const description = said.filter(Boolean).join(". ");
  const url = pageUrl(pin);
  return {
    title: pin.name,
    description,
    alternates: { canonical: url },
    openGraph: { type: "website", title: pin.name, description, url, locale },
    ...(!isForSearchEngines(pin) && { robots: { index: false } }),
  };
}

/** What is near it; nothing, so that the rest of the page still shows, when that cannot be read. */
async function lookAround(pin: PinDetail) {
  try {
    return await pinsAround(await getViewer(), pin);
  } catch (error) {
    unstable_rethrow(error);
    logError({ event: "pins around unavailable", route: "/pins/[pinId]" }, error);
    return [];
  }
}

export default async function PinPage({ params, searchParams }: PinPageProps) {
  const [{ pinId }, parameters, reader, t] = await Promise.all([
    params,
    searchParams,
    getReader(),
    getTranslations("pins.detail"),
  ]);
  const find = parseFind(parameters);
  const asked = askedOf(find);
  const pin = await pinIfReachable(pinId);
  if (!pin) return <PinsUnavailable href={`/pins/${pinId}${asked}`} />;
  const [around, viewer] = await Promise.all([lookAround(pin), getViewer()]);
  const moment = now();
  const done = thanks.find((name) => name in parameters);
  const week = certainWeek(pin, moment);
  const days = week && daysOfWeek(week, moment, pin.timeZone);
  const isCertain = pin.freshness !== "stale" && pin.freshness !== "dormant";
  const facts = { pin, now: moment, reader };
  return (
    <>
      <BackLink href={findHref(find)}>{t("back")}</BackLink>
      {done && (
        <Notice tone="good" role="status" title={t(done)}>
          {done === "added" && (
            <p>
              <ButtonLink href={`/pins/${pin.id}/edit${asked}`} look="plain">
                {t("addMore")}
              </ButtonLink>
            </p>
          )}
        </Notice>
      )}
      <PinHeading {...facts} from={find} />
      <PinBanners {...facts} />
      <PinParts>
        <BeforeYouGo {...facts} asked={asked} />
        <PinPlace {...facts} />
        <PinHours {...facts} asked={asked} canEdit={viewer.isMember} />
        <PinFacts {...facts} />
        <PinSureness pin={pin} asked={asked} reader={reader} />
      </PinParts>
      <SharePin {...facts} days={days} link={shortLink(pin.code, env().APP_URL)} />
      <PinsAroundList pins={around} asked={asked} now={moment} reader={reader} />
      <PinOrigin pin={pin} reader={reader} />
      <MapFocus pinId={pin.id} point={{ lng: pin.lng, lat: pin.lat }} />
      {isForSearchEngines(pin) && (
        <LinkedData
          value={placeOf(pin, {
            url: pageUrl(pin),
            locale: reader.locale,
            today: dateAt(moment, pin.timeZone),
            days: isCertain ? days : null,
          })}
        />
      )}
    </>
  );
}
