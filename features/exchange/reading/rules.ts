import { AppError } from "@/lib/errors";
import { readCsv } from "../csv";
import { decode, detectEncoding, detectFormat } from "../decoding/rules";
import { readGeoJson } from "../geojson";
import { readJson } from "../json";
import { readKml } from "../kml";
import { mostBytes } from "../rules";
import type { Format, RawRow, SourceFile } from "../schema";

const readers = { csv: readCsv, json: readJson, geojson: readGeoJson, kml: readKml };

/** What the number of a row counts in each format. */
export const unitOf: Readonly<Record<Format, string>> = {
  csv: "line",
  json: "item",
  geojson: "feature",
  kml: "placemark",
};

/** Enough to tell a format by; GeoJSON may begin with a name and a bounding box. */
const headLength = 65_536;

async function headOf(text: AsyncIterable<string>): Promise<string> {
  let head = "";
  for await (const chunk of text) {
    head += chunk;
    if (head.length >= headLength) break;
  }
  return head.slice(0, headLength);
}

/** A file whose format and encoding are known; its rows can be read more than once. */
export type OpenFile = { format: Format; rows: () => AsyncIterable<RawRow> };

/** Finds out how to read a file. Throws when it is too large or nothing that is read here. */
export async function openFile(file: SourceFile, format: Format | "auto"): Promise<OpenFile> {
  if (file.bytes > mostBytes) {
    throw new AppError("too-large", { detail: "Files above 2 GB are not read. Split it." });
  }
  const encoding = await detectEncoding(file.open());
  const text = () => decode(file.open(), encoding);
  const detected = detectFormat(await headOf(text()));
  const chosen = format === "auto" ? detected : format;
  return { format: chosen, rows: () => readers[chosen](text) };
}
