import type { MetadataRoute } from "next";
import { getTranslations } from "next-intl/server";

export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const t = await getTranslations("common");
  return {
    name: t("name"),
    description: t("description"),
    start_url: "/",
    display: "standalone",
    background_color: "#fbf7ef",
    theme_color: "#1f6f54",
    icons: [{ src: "/icon.svg", sizes: "any", type: "image/svg+xml" }],
  };
}
