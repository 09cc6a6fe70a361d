import { z } from "zod";
import { kindIdSchema } from "@/features/kinds/schema";
import type { LngLat } from "@/lib/lng-lat";

export const formats = ["csv", "json", "geojson", "kml"] as const;
export type Format = (typeof formats)[number];

/** What a host may say about a file; see docs/importing.md. */
export const importOptionsSchema = z.object({
  format: z.enum(["auto", ...formats]).default("auto"),
  kind: kindIdSchema.optional(),
  source: z.string().trim().min(1).max(120),
  licence: z.string().trim().min(1).max(60).optional(),
  placeByPostcode: z.boolean().default(false),
  isDryRun: z.boolean().default(false),
});
export type ImportOptions = z.infer<typeof importOptionsSchema>;

/** Two numbers as a file gives them: degrees or metres, x before y. */
export type Coordinates = { x: number; y: number };

/** One row of a file in any format, before anything is understood. */
export type RawRow = {
  /** Its line in the file, or its number where lines mean nothing. */
  line: number;
  /** Cells by header; nested names are joined with dots. */
  values: Readonly<Record<string, string>>;
  /** From the row's geometry, where the format has one. */
  point: Coordinates | null;
  /** The name of the list or folder that the row is in. */
  collection: string;
  /** True when the file says that its coordinates are EPSG:3857. */
  isInMetres: boolean;
};

/** A file that can be read more than once, and what it is called. */
export type SourceFile = {
  name: string;
  bytes: number;
  open: () => AsyncIterable<Uint8Array>;
};

/** Where a row says it is. */
export type StatedPlace = {
  city: string | null;
  region: string | null;
  postcode: string | null;
  country: string | null;
};

/** What is true of a whole file, known once all of it was looked at. */
export type FileFacts = {
  rows: number;
  /** Most of its coordinates are EPSG:3857 metres. */
  isInMetres: boolean;
  /** Ids that more than one row carries, so that they name no row. */
  repeatedIds: ReadonlySet<string>;
  isSharedPoint: (point: Coordinates) => boolean;
  columnsLeftOut: readonly string[];
};

/** The middle of a town or a postcode that a row names, or a place of the region it names. */
export type Centre = LngLat & { name: string };

/** Why a row is not on the map. */
export const reasons = {
  "no-place": "has neither coordinates nor an address",
  "not-numbers": "its coordinates are not numbers",
  "out-of-range": "its coordinates are not on Earth",
  "null-island": "its coordinates are 0,0, which is in the sea",
  "no-kind": "it does not say of what kind it is: name one with --kind",
  "not-our-kind": "its OpenStreetMap tags are not one of our kinds",
  "not-public": "its OpenStreetMap tags say that it is not for everybody",
  "no-point": "it has an address but no coordinates: --place-by-postcode places it roughly",
  "no-such-place": "it has no coordinates, and its postcode or town is not known",
  "far-away": "its coordinates are far from the town or postcode that it states",
  "far-from-anything": "there is no town within 100 km of its coordinates",
  "shared-point": "many rows with other addresses have the same coordinates",
  "is-over": "it says that the place is no more",
  "same-place": "an earlier row of this file is the same place with other details",
  "possible-duplicate": "a pin of another source nearby is of the same kind and called alike",
  refuge: "it speaks of shelter from violence, so it is never published",
} as const;
export type Reason = keyof typeof reasons;

/** rejected: cannot be used. set-aside: could be, after somebody has looked. withheld: never. */
export type Fate = "rejected" | "set-aside" | "withheld";

export const fateOf = (reason: Reason): Fate => {
  switch (reason) {
    case "refuge":
      return "withheld";
    case "no-point":
    case "no-such-place":
    case "far-away":
    case "far-from-anything":
    case "shared-point":
    case "is-over":
    case "same-place":
    case "possible-duplicate":
      return "set-aside";
    default:
      return "rejected";
  }
};

/** A row that is not on the map, as it is told and kept in the report file. */
export type LeftOut = {
  line: number;
  reason: Reason;
  /** More about the reason, for example the distance. */
  detail?: string;
  /** The row's cells, so that nothing is lost; never those of a withheld row. */
  values?: Readonly<Record<string, string>>;
};

/** What an import did, or would do. */
export type ImportReport = {
  format: Format;
  /** What a row is called: line, item, feature or placemark. */
  unit: string;
  rows: number;
  added: number;
  updated: number;
  unchanged: number;
  /** Rows whose changes were not taken where members have edited the pin since. */
  keptEdits: number;
  /** The same row twice in the file. */
  repeated: number;
  /** Added though a pin of the same kind from another source is within 100 m. */
  near: number;
  leftOut: Partial<Record<Reason, number>>;
  /** Pins of this source that the file no longer has. */
  vanished: number;
  withHours: number;
  hoursUnderstood: number;
  emailsDropped: number;
  namesShortened: number;
  /** Rows whose longitude and latitude stood in each other's place. */
  swapped: number;
  approximate: number;
  /** True when the coordinates were EPSG:3857 metres and have been converted. */
  wereMetres: boolean;
  columnsLeftOut: readonly string[];
};
