import { babySupplies } from "@/features/kinds/catalog/baby-supplies";
import { chargingWifi } from "@/features/kinds/catalog/charging-wifi";
import { clothingCloset } from "@/features/kinds/catalog/clothing-closet";
import { coatDrive } from "@/features/kinds/catalog/coat-drive";
import { communityFridge } from "@/features/kinds/catalog/community-fridge";
import { communityGarden } from "@/features/kinds/catalog/community-garden";
import { coolingCentre } from "@/features/kinds/catalog/cooling-centre";
import { foodPantry } from "@/features/kinds/catalog/food-pantry";
import { freeMeal } from "@/features/kinds/catalog/free-meal";
import { giveBox } from "@/features/kinds/catalog/give-box";
import { littleFreeLibrary } from "@/features/kinds/catalog/little-free-library";
import { littlePantry } from "@/features/kinds/catalog/little-pantry";
import { periodSupplies } from "@/features/kinds/catalog/period-supplies";
import { petFood } from "@/features/kinds/catalog/pet-food";
import { seedLibrary } from "@/features/kinds/catalog/seed-library";
import { toiletsShowers } from "@/features/kinds/catalog/toilets-showers";
import { toolLibrary } from "@/features/kinds/catalog/tool-library";
import { warmingCentre } from "@/features/kinds/catalog/warming-centre";
import { water } from "@/features/kinds/catalog/water";
import type { Kind, KindId } from "@/features/kinds/schema";
import { foldWords } from "@/lib/text";

/** Every kind, in the order in which people see them. */
export const kinds: readonly Kind[] = [
  foodPantry,
  freeMeal,
  communityFridge,
  littlePantry,
  littleFreeLibrary,
  seedLibrary,
  giveBox,
  coatDrive,
  clothingCloset,
  babySupplies,
  periodSupplies,
  toolLibrary,
  communityGarden,
  warmingCentre,
  coolingCentre,
  water,
  toiletsShowers,
  chargingWifi,
  petFood,
];

const kindsById = new Map<string, Kind>(kinds.map((kind) => [kind.id, kind]));

/** The kind with this id; throws for an id that is not in the catalogue. */
export function kindOf(id: KindId): Kind {
  const kind = kindsById.get(id);
  if (!kind) throw new Error(`No kind has the id ${id}`);
  return kind;
}

/** Every word and phrase that names a kind, in all languages, folded: its id, one, many, alsoCalled. */
export function phrasesOf(kind: Kind): readonly string[] {
  const spoken = Object.values(kind.words).flatMap(({ one, many, alsoCalled }) => [
    one,
    many,
    ...alsoCalled,
  ]);
  return [...new Set([kind.id, ...spoken].map(foldWords))];
}

const kindsByPhrase = new Map<string, Kind>(
  kinds.flatMap((kind) => phrasesOf(kind).map((phrase): [string, Kind] => [phrase, kind])),
);

/** The phrase itself, then without the plural ending of its last word. */
const singularsOf = (phrase: string) => [
  phrase,
  phrase.replace(/s$/, ""),
  phrase.replace(/es$/, ""),
  phrase.replace(/ies$/, "y"),
];

/**
 * The kind that a list's own words name ("Mobile Food Bank", "comedor", "Pit Stop - 24 h"):
 * by id or whole phrase, else by the longest phrase among the words. Null when nothing matches.
 */
export function kindFromWords(text: string): Kind | null {
  const words = foldWords(text).split(" ").slice(0, 60);
  for (let length = words.length; length > 0; length--) {
    for (let start = 0; start + length <= words.length; start++) {
      const phrase = words.slice(start, start + length).join(" ");
      for (const singular of singularsOf(phrase)) {
        const kind = kindsByPhrase.get(singular);
        if (kind) return kind;
      }
    }
  }
  return null;
}

/** The kinds that a set of OpenStreetMap tags names, the one with the most matching tags first. */
export function kindsFromOsmTags(tags: Readonly<Record<string, string>>): readonly Kind[] {
  const matches = kinds.map((kind) => {
    const sets = kind.osm.read.map((set) => Object.entries(set));
    const matching = sets.filter((set) => set.every(([key, value]) => tags[key] === value));
    return { kind, tagCount: Math.max(0, ...matching.map((set) => set.length)) };
  });
  return matches
    .filter(({ tagCount }) => tagCount > 0)
    .sort((a, b) => b.tagCount - a.tagCount)
    .map(({ kind }) => kind);
}
