import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { MapFrame } from "@/components/map-frame";
import { MapFocusProvider } from "@/features/map/components/map-focus";
import { MapView } from "@/features/map/components/map-view";
import { readMapSettings } from "@/features/map/queries";

/** Most of the inhabited world: where to look while no page names a place. */
const world = { west: -125, south: -38, east: 150, north: 62 };

/** The map stays mounted while people walk from the list to a pin and back. */
export default async function MapLayout({ children }: { children: ReactNode }) {
  const [settings, t] = await Promise.all([readMapSettings(), getTranslations("find")]);
  return (
    <MapFocusProvider>
      <MapFrame
        map={<MapView settings={settings} initialView={world} />}
        mapLabel={t("mapLabel")}
        isMapAsked={settings.savesData}
        mapParameters={["map", "posts"]}
        words={{
          moreOfTheList: t("sheet.moreOfTheList"),
          moreOfTheMap: t("sheet.moreOfTheMap"),
          search: t("sheet.search"),
          stops: {
            peek: t("sheet.stops.peek"),
            half: t("sheet.stops.half"),
            full: t("sheet.stops.full"),
          },
        }}
      >
        {children}
      </MapFrame>
    </MapFocusProvider>
  );
}
