import { type F, type Folder, kmlWithFolders, type Root } from "@tmcw/togeojson";
import { DOMParser } from "@xmldom/xmldom";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { pointOf } from "./geojson";
import { flatten } from "./json";
import type { RawRow } from "./schema";

/** KML is read whole: a larger file should be saved as CSV or GeoJSON. */
export const longestKml = 64_000_000;

/** How placemarks look, and pictures of other servers: not for us. */
const styling =
  /^(?:icon|label|stroke|fill|marker|style|styleUrl|styleHash|styleMapHash|visibility|gx_media_links|tessellate|extrude)/i;

/** `description` comes as a text or, when it is HTML, as an object. */
const propertiesSchema = z.record(z.string(), z.unknown()).nullish();
const htmlSchema = z.object({ value: z.string() });

const refuse = (detail: string, cause?: unknown) =>
  new AppError("not-understood", { detail, cause });

/** A DTD may define entities that grow without end; no map program writes one. */
function parseXml(text: string) {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) {
    throw refuse("The KML has a document type definition (DOCTYPE), which is not read. Remove it.");
  }
  try {
    return new DOMParser({
      onError: (level, message) => {
        if (level !== "warning") throw new Error(message);
      },
    }).parseFromString(text, "text/xml");
  } catch (cause) {
    throw refuse("The KML is broken or has been cut short.", cause);
  }
}

function* placemarks(
  node: Root | Folder,
  folders: string,
): Generator<{ feature: F; folders: string }> {
  for (const child of node.children) {
    if (child.type === "Feature") yield { feature: child, folders };
    else yield* placemarks(child, `${folders} ${String(child.meta.name ?? "")}`.trim());
  }
}

function cellsOf(feature: F): Record<string, string> {
  const properties = propertiesSchema.parse(feature.properties) ?? {};
  const entries = Object.entries(properties)
    .filter(([name]) => !styling.test(name))
    .map(([name, value]): [string, unknown] => [
      name,
      htmlSchema.safeParse(value).data?.value ?? value,
    ]);
  return { id: String(feature.id ?? ""), ...flatten(Object.fromEntries(entries)) };
}

/** Placemarks of KML, as Google My Maps and Google Earth export it; rows are counted from 1. */
export async function* readKml(open: () => AsyncIterable<string>): AsyncGenerator<RawRow> {
  let text = "";
  for await (const chunk of open()) {
    text += chunk;
    if (text.length > longestKml) {
      throw new AppError("too-large", {
        detail: "KML above 64 MB is not read. Save it as CSV or GeoJSON.",
      });
    }
  }
  const document = parseXml(text);
  const title = document.getElementsByTagName("name").item(0)?.textContent ?? "";
  let line = 0;
  for (const { feature, folders } of placemarks(kmlWithFolders(document), title)) {
    line++;
    const values = cellsOf(feature);
    yield {
      line,
      values,
      point: pointOf(feature.geometry),
      collection: folders,
      isInMetres: false,
    };
  }
}
