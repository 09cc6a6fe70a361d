import { z } from "zod";
import { languageCodeSchema } from "@/features/kinds/languages/schema";
import { accessIdSchema, type KindId, kindIdSchema } from "@/features/kinds/schema";
import {
  freshDaysTextSchema,
  openAtText,
  openAtTextSchema,
  type PinFilter,
  unknownIdSchema,
} from "@/features/pins/schema";
import type { Place } from "@/features/places/schema";
import type { Address } from "@/features/places/streets/schema";
import type { LngLat } from "@/lib/lng-lat";
import { lngLatSchema } from "@/lib/lng-lat-schema";
import { membersOf } from "@/lib/parameters";
import { cleanLine } from "@/lib/text";

/** How many more cards "Show more" adds, and how many a page shows at most. */
export const showStep = 20;
const showLimit = 200;

/** What the address of the map page asks for (interfaces.md, Pages). */
export type Find = {
  /** What was typed, when it is not the name of a place. */
  words: string;
  near: LngLat | null;
  /** What the point is called: "Springfield, Illinois". Empty for a point without a name. */
  place: string;
  /** The point is the middle of a map that somebody moved: nobody stands there. */
  isMapMiddle: boolean;
  /** null: the usual distance. */
  radiusMetres: number | null;
  kinds: PinFilter["kinds"];
  openAt: PinFilter["openAt"];
  access: PinFilter["access"];
  speaks: PinFilter["speaks"];
  freshDays: PinFilter["freshDays"];
  unknown: PinFilter["unknown"];
  withDormant: boolean;
  show: number;
  /** Where the map looks, as features/map writes it; carried along unread. */
  camera: string;
  /** The map shows requests and offers too; carried along. */
  withPosts: boolean;
  /** The sentence that kinds and filters were taken from. Empty where nothing needs to be said of it. */
  said: string;
  /** What of it nobody understood. */
  left: string;
};

/** What is measured from, as the address says it. */
export type Standpoint = Pick<Find, "near" | "place" | "isMapMiddle">;

/** What a search may mean instead, when nothing is called so. */
export type Alternatives = {
  kinds: readonly KindId[];
  places: readonly Place[];
  addresses: readonly Address[];
};

/** What `searchParams` of a page holds. */
export type AddressParameters = Readonly<Record<string, string | string[] | undefined>>;

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/** The members of a list that are understood, each once; a form sends one value for each. */
const listOf = <Member extends string>(
  member: z.ZodType<Member>,
  values: string | string[] | undefined,
): Member[] =>
  membersOf([values ?? []].flat(), (text): text is Member => member.safeParse(text).success);

const pointSchema = z
  .string()
  .regex(/^-?\d{1,3}(\.\d{1,12})?,-?\d{1,2}(\.\d{1,12})?$/)
  .transform((text) => {
    const [lng = 0, lat = 0] = text.split(",").map(Number);
    return { lng, lat };
  })
  .pipe(lngLatSchema);

const radiusSchema = z.coerce.number().int().min(100).max(500_000);
const showSchema = z.coerce.number().int().min(showStep).max(showLimit);
const lineSchema = z.string().transform(cleanLine).pipe(z.string().max(200)).catch("");

const cameraSchema = z
  .string()
  .regex(/^[-\d./]{1,60}$/)
  .catch("");

/** A form has one control for the day and one for the time. */
function openAtOf(text: (name: string) => string | undefined): PinFilter["openAt"] {
  const [day, time] = [text("day"), text("time") || "12:00"];
  const asked = text("open") ?? (day === "now" ? day : `${day}-${time}`);
  return openAtTextSchema.safeParse(asked).data ?? null;
}

/** Whether a form sent the address, which says the same shorter (`findHref`). */
export const isFromForm = (parameters: AddressParameters): boolean =>
  parameters.day !== undefined || Object.values(parameters).some(Array.isArray);

/** Reads an address that people type, share and cut in half: what is odd in it is ignored. */
export function parseFind(parameters: AddressParameters): Find {
  const text = (name: string) => first(parameters[name]);
  const near = pointSchema.safeParse(text("near")).data ?? null;
  const place = near ? lineSchema.parse(text("place") ?? "") : "";
  return {
    words: lineSchema.parse(text("q") ?? ""),
    near,
    place,
    isMapMiddle: near !== null && place === "" && text("from") === "map",
    radiusMetres: radiusSchema.safeParse(text("radius") ?? null).data ?? null,
    kinds: listOf(kindIdSchema, parameters.kind),
    openAt: openAtOf(text),
    access: listOf(accessIdSchema, parameters.access),
    speaks: listOf(languageCodeSchema, parameters.speaks),
    freshDays: freshDaysTextSchema.safeParse(text("fresh")).data ?? null,
    unknown: listOf(unknownIdSchema, parameters.unknown),
    withDormant: text("dormant") === "shown",
    show: showSchema.safeParse(text("show")).data ?? showStep,
    camera: cameraSchema.parse(text("map")),
    withPosts: text("posts") === "shown",
    said: lineSchema.parse(text("said") ?? ""),
    left: lineSchema.parse(text("left") ?? ""),
  };
}

/** Whether "Show more" can show more. */
export const canShowMore = (find: Find, count: number): boolean =>
  count > find.show && find.show < showLimit;

/** The filter that list, count and tiles share. */
export const filterOf = (find: Find): PinFilter => ({
  kinds: find.kinds,
  openAt: find.openAt,
  words: find.words,
  withDormant: find.withDormant,
  access: find.access,
  speaks: find.speaks,
  freshDays: find.freshDays,
  unknown: find.unknown,
});

/** The filters of this question by the names of the address; empty where nothing is asked. */
export const filterParameters = (find: Omit<PinFilter, "words">): [string, string][] => [
  ["kind", find.kinds.join(",")],
  ["open", find.openAt === null ? "" : openAtText(find.openAt)],
  ["access", find.access.join(",")],
  ["speaks", find.speaks.join(",")],
  ["fresh", find.freshDays === null ? "" : String(find.freshDays)],
  ["unknown", find.unknown.join(",")],
  ["dormant", find.withDormant ? "shown" : ""],
];

/** Escapes the five marks, too, that `encodeURIComponent` lets stand and `safeNextPath` does not. */
const escaped = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** The address that asks for this; the same question always has the same address. */
export function findHref(find: Find): string {
  const parts: [string, string][] = [
    ["q", escaped(find.words)],
    ["near", find.near ? `${find.near.lng},${find.near.lat}` : ""],
    ["place", escaped(find.place)],
    ["radius", find.radiusMetres === null ? "" : String(find.radiusMetres)],
    ["from", find.near && find.place === "" && find.isMapMiddle ? "map" : ""],
    ...filterParameters(find),
    ["show", find.show === showStep ? "" : String(find.show)],
    ["map", encodeURI(find.camera)],
    ["posts", find.withPosts ? "shown" : ""],
    ["said", escaped(find.said)],
    ["left", escaped(find.left)],
  ];
  const query = parts.flatMap(([name, value]) => (value === "" ? [] : [`${name}=${value}`]));
  return query.length === 0 ? "/" : `/?${query.join("&")}`;
}

/** The address with another answer to one question; starts at the first cards again. */
export const findHrefWith = (find: Find, change: Partial<Find>): string =>
  findHref({ ...find, show: showStep, ...change });

/**
 * The query behind the addresses of a pin and its pages, which lead back to the list with it; empty
 * where nothing is asked. The sentence stays with its list: whoever copies the address of a pin does
 * not tell it.
 */
export const askedOf = (find: Find): string => findHref({ ...find, said: "", left: "" }).slice(1);

/** No query of ours is so long. */
const longestAsked = 5_000;

/** The same as a form carries it along: what is odd in it is ignored, and all of it when it is far too long. */
export const askedSchema = z
  .string()
  .max(longestAsked)
  .transform((text) => askedOf(parseFind(Object.fromEntries(new URLSearchParams(text)))))
  .catch("");

/** The members of the list with this one added, or taken away when it was there. */
export const toggled = <Member>(list: readonly Member[], member: Member): Member[] =>
  list.includes(member) ? list.filter((other) => other !== member) : [...list, member];
