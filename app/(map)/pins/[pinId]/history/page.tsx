import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/back-link";
import { MapFocus } from "@/features/map/components/map-focus";
import { getViewer } from "@/features/members/guard";
import { type AddressParameters, askedOf, parseFind } from "@/features/pins/find/schema";
import { RevisionList } from "@/features/pins/history/components/revision-list";
import { revisionsOf } from "@/features/pins/queries";
import { getReader } from "@/lib/i18n/reader";
import { pinOfPage } from "../../../../pin-of-page";

type HistoryPageProps = {
  params: Promise<{ pinId: string }>;
  searchParams: Promise<AddressParameters>;
};

export async function generateMetadata({ params }: HistoryPageProps): Promise<Metadata> {
  const [{ pinId }, t] = await Promise.all([params, getTranslations("pins.history")]);
  const { name } = await pinOfPage(pinId);
  return { title: t("title", { name }) };
}

export default async function PinHistoryPage({ params, searchParams }: HistoryPageProps) {
  const [{ pinId }, parameters] = await Promise.all([params, searchParams]);
  const pin = await pinOfPage(pinId);
  const [revisions, reader, t] = await Promise.all([
    revisionsOf(await getViewer(), pin.id),
    getReader(),
    getTranslations("pins.history"),
  ]);
  return (
    <>
      <BackLink href={`/pins/${pin.id}${askedOf(parseFind(parameters))}`}>{pin.name}</BackLink>
      <h1>{t("title", { name: pin.name })}</h1>
      <p>{t("lead")}</p>
      <RevisionList
        revisions={revisions}
        timeZone={pin.timeZone}
        source={pin.source}
        reader={reader}
      />
      <MapFocus pinId={pin.id} point={{ lng: pin.lng, lat: pin.lat }} />
    </>
  );
}
