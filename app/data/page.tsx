import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/page-frame";
import { getViewer } from "@/features/members/guard";
import { sourcesOfPins } from "@/features/pins/queries";
import { streetRegions } from "@/features/places/streets/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("data");
  return { title: t("title") };
}

const doors = [
  { id: "pins", address: "/api/v1/pins?near=-87.63,41.88&limit=20" },
  { id: "tiles", address: "/tiles/pins/{z}/{x}/{y}" },
  { id: "areas", address: "/tiles/requests/{z}/{x}/{y}" },
  { id: "kinds", address: "/api/v1/kinds" },
  { id: "places", address: "/api/v1/places?q=Chicago" },
  { id: "suggestions", address: "/api/v1/suggestions?q=diapers+chic" },
  { id: "openapi", address: "/api/v1/openapi.json" },
] as const;

const credits = ["streets", "world", "names", "icons"] as const;

/** How to take the data, where it is from and under which terms. */
export default async function DataPage() {
  const viewer = await getViewer();
  const [t, sources, regions] = await Promise.all([
    getTranslations("data"),
    sourcesOfPins(viewer),
    streetRegions(viewer),
  ]);
  return (
    <PageFrame title={t("title")} lead={t("lead")}>
      <h2>{t("doors.title")}</h2>
      <ul>
        {doors.map(({ id, address }) => (
          <li key={id}>
            {t(`doors.${id}`)}:{" "}
            {address.includes("{") ? <code>{address}</code> : <a href={address}>{address}</a>}
          </li>
        ))}
      </ul>
      <p>{t("notHere")}</p>
      <h2>{t("sources.title")}</h2>
      {sources.length === 0 && <p>{t("sources.none")}</p>}
      <ul>
        {sources.map(({ name, licence, pinCount }) => (
          <li key={name}>
            {name}: {t("sources.line", { count: pinCount })}, {licence ?? t("sources.noLicence")}
          </li>
        ))}
      </ul>
      <p>{t("sources.members")}</p>
      <h2>{t("map.title")}</h2>
      <ul>
        {credits.map((credit) => (
          <li key={credit}>{t(`map.${credit}`)}</li>
        ))}
        {regions.map(({ name, streetCount, addressCount }) => (
          <li key={name}>
            {t("map.addresses", { name, streets: streetCount, addresses: addressCount })}
          </li>
        ))}
      </ul>
      <h2>{t("bring.title")}</h2>
      <p>{t("bring.text")}</p>
    </PageFrame>
  );
}
