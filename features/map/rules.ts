import type { Basemap } from "@/features/map/schema";

/** An address of app/basemap/[file], which knows byte ranges; what lies in public/ answers 500 to some. */
export const archiveUrl = (name: string) => `/basemap/${name}`;

/** Another name for every change of an archive, so that browsers may keep what they have for ever. */
export const archiveVersion = ({ size, mtimeMs }: { size: number; mtimeMs: number }) =>
  `${size.toString(36)}-${Math.trunc(mtimeMs).toString(36)}`;

/** Where OpenStreetMap says what its licence wants; the words of the credit are the reader's own. */
const creditUrl = "https://www.openstreetmap.org/copyright";

const isWebAddress = (setting: string) => /^https?:\/\//i.test(setting);
const isArchive = (setting: string) => /\.pmtiles$/i.test(setting.split(/[?#]/)[0] ?? "");

/**
 * What BASEMAP_URL asks for: nothing, a style's address, a .pmtiles address or path on disk.
 *
 * @param credit "© OpenStreetMap contributors" in the reader's language; it becomes HTML
 */
export function basemapOf(setting: string | undefined, credit: string): Basemap {
  const bundled = {
    type: "streets" as const,
    url: archiveUrl("chicago"),
    attribution: `<a href="${creditUrl}">${credit}</a>`,
  };
  if (!setting) return bundled;
  if (!isArchive(setting)) return { type: "style", url: setting };
  return { ...bundled, url: isWebAddress(setting) ? setting : archiveUrl("host") };
}

/** The file on disk behind `/basemap/{name}`, or null for an unknown name. */
export function archivePath(name: string, setting: string | undefined): string | null {
  if (name === "world" || name === "chicago") return `public/basemap/${name}.pmtiles`;
  const isOnDisk = setting !== undefined && isArchive(setting) && !isWebAddress(setting);
  return name === "host" && isOnDisk ? setting : null;
}

/** The other origin that the content security policy must let the map read from, if any. */
export function basemapOrigin(setting: string | undefined): string | null {
  return setting && isWebAddress(setting) ? new URL(setting).origin : null;
}

/**
 * Whether the map must wait until the person asks for it: it costs them 0.6 MB and more.
 *
 * @param connection `navigator.connection`, which only some browsers have
 */
export function mustAskBeforeLoading(connection: unknown): boolean {
  if (typeof connection !== "object" || connection === null) return false;
  const savesData = "saveData" in connection && connection.saveData === true;
  const isSlow =
    "effectiveType" in connection && /^(slow-2g|2g|3g)$/.test(`${connection.effectiveType}`);
  return savesData || isSlow;
}

export type ByteRange = { start: number; end: number };

/**
 * Reads a Range header (RFC 9110, 14.2) for a file of `size` bytes; `end` is the last byte itself.
 * Several ranges at once, and anything not understood, mean the whole file, as the standard allows.
 */
export function byteRangeOf(header: string | null, size: number): ByteRange | "whole" | "outside" {
  const [, first = "", last = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "") ?? [];
  if (first === "" && last === "") return "whole";
  if (first === "") {
    const length = Math.min(Number(last), size);
    return length === 0 ? "outside" : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  const end = last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== "" && Number(last) < start) return "whole";
  return start >= size ? "outside" : { start, end };
}
