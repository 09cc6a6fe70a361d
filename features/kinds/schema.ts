import { z } from "zod";

/** The stable ids of interfaces.md, in the order in which people see them. */
export const kindIds = [
  "food-pantry",
  "free-meal",
  "community-fridge",
  "little-pantry",
  "little-free-library",
  "seed-library",
  "give-box",
  "coat-drive",
  "clothing-closet",
  "baby-supplies",
  "period-supplies",
  "tool-library",
  "community-garden",
  "warming-centre",
  "cooling-centre",
  "water",
  "toilets-showers",
  "charging-wifi",
  "pet-food",
] as const;

export const kindIdSchema = z.enum(kindIds);
export type KindId = z.infer<typeof kindIdSchema>;

export const locales = ["en", "es"] as const;
export type Locale = (typeof locales)[number];
export type Translated<T> = Readonly<Record<Locale, T>>;

/** What a filter may ask of a place's facts; only what is certain passes (fields.ts, accessFacts). */
export const accessIds = [
  "no-id",
  "no-referral",
  "wheelchair",
  "delivery",
  "halal",
  "kosher",
  "vegetarian",
] as const;

export const accessIdSchema = z.enum(accessIds);
export type AccessId = z.infer<typeof accessIdSchema>;

/** A colour of components/tokens.css. */
export type KindColour = "coral" | "sky" | "plum" | "earth" | "leaf" | "slate" | "ochre" | "teal";

/** How a kind is spoken of. */
export type KindWords = {
  /** "Food pantry" */
  one: string;
  /** "Food pantries" */
  many: string;
  /** What one finds there, in one short sentence. */
  about: string;
  /** Every other word people use for it, lower case: for search and for reading other lists. */
  alsoCalled: readonly string[];
  /**
   * What people say they need when they find it there, with commas between: "gloves, hats". For
   * search alone: a list of places that says so may mean anything.
   */
  everyday?: string;
};

/**
 * One thing that may be known of a pin. A `fact` is three-valued: yes, no, or (absent) not known;
 * "not known" never passes for yes.
 */
export type Field = {
  id: string;
  type: "fact" | "text" | "date";
  /** The label of the field in a form. */
  words: Translated<string>;
  /** How to fill it in, where that is not plain. */
  hint?: Translated<string>;
  /** What a card says for each value of a fact, for example "No ID needed" for no. */
  says?: { yes: Translated<string>; no: Translated<string>; unknown: Translated<string> };
};

/** Freshness: days until a confirmation no longer counts as fresh (T of safety.md 6.3). */
export type Freshness = {
  freshDays: number;
  /** The id of the date field after which the pin is over, for drives and seasons. */
  endsOnField?: string;
};

/** OpenStreetMap tags: `read` lists alternatives, each a set that must all match. */
export type OsmTags = {
  read: readonly Readonly<Record<string, string>>[];
  /** Empty where OpenStreetMap has no established tag or does not want the thing. */
  write: Readonly<Record<string, string>>;
};

/** What is so by what a thing is, and how it is said: nobody has said it of the place itself. */
export type Certainty = { fact: Field; value: Fact["value"]; words: Translated<string> };

/** One kind of resource. A new kind is one new file in catalog/ and a line in index.ts. */
export type Kind = {
  id: KindId;
  /** A 15 by 15 SVG path drawn in one colour: from maki or temaki (CC0), or our own. */
  icon: { path: string; source: "maki" | "temaki" | "cup-of-sugar"; viewBox: number };
  colour: KindColour;
  words: Translated<KindWords>;
  fields: readonly Field[];
  /** The id of the fact that decides whether to go, said on the card even when not known. */
  decidingField?: string;
  /** What is certain of every such place, as long as nobody says otherwise of one (docs/decisions/0018). */
  byNature?: readonly Certainty[];
  freshness: Freshness;
  osm: OsmTags;
  /** Terms for HSDS taxonomy_term, as Open Referral's users name them. */
  hsdsTerms: readonly string[];
};

/** The stored value of a fact, with who said so and when. */
export const factSchema = z.object({
  value: z.enum(["yes", "no"]),
  saidBy: z.enum(["source", "member"]),
  saidAt: z.iso.datetime(),
});
export type Fact = z.infer<typeof factSchema>;

/** The jsonb column `details`, as stored for any kind; features/kinds/fields.ts narrows it. */
export const detailsSchema = z.record(
  z.string().max(60),
  z.union([factSchema, z.string().max(500)]),
);
export type Details = z.infer<typeof detailsSchema>;
