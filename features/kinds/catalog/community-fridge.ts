import {
  freezer,
  idAsked,
  indoors,
  nobodyAsks,
  pantryShelf,
  referralNeeded,
  takesFood,
  usuallyHas,
  wheelchair,
} from "@/features/kinds/fields";
import type { Kind } from "@/features/kinds/schema";

export const communityFridge: Kind = {
  id: "community-fridge",
  icon: {
    path: "M4.5.5h6a1 1 0 0 1 1 1v3.8h-8V1.5a1 1 0 0 1 1-1zM5 1.9v2h1v-2zM3.5 6.2h8V13a1 1 0 0 1-1 1v.6H9V14H6v.6H4.5V14a1 1 0 0 1-1-1zM5 7.5v3h1v-3z",
    source: "cup-of-sugar",
    viewBox: 15,
  },
  colour: "sky",
  words: {
    en: {
      one: "Community fridge",
      many: "Community fridges",
      about: "A fridge that anyone may fill and anyone may empty.",
      alsoCalled: [
        "fridge",
        "free fridge",
        "freedge",
        "public fridge",
        "love fridge",
        "neighbourhood fridge",
        "neighborhood fridge",
        "solidarity fridge",
        "mutual aid fridge",
        "street fridge",
        "friendly fridge",
      ],
      everyday: `
        refrigerator, refrigerators, fridges, freezer, frozen food, cold food, community
        refrigerator, public refrigerator, leave food, share food, donate leftovers
      `,
    },
    es: {
      one: "Nevera comunitaria",
      many: "Neveras comunitarias",
      about: "Una nevera que cualquiera puede llenar y vaciar.",
      alsoCalled: [
        "nevera",
        "refri",
        "refrigerador comunitario",
        "refrigerador",
        "nevera solidaria",
        "frigorífico solidario",
        "frigorífico",
        "heladera social",
        "heladera comunitaria",
        "heladera",
      ],
      everyday: `
        refris, refrigeradores, neveras, heladeras, frigoríficos, nevera pública, comida
        congelada, congelados, congelador, refri comunitario, dejar comida, compartir comida
      `,
    },
  },
  fields: [
    indoors,
    wheelchair,
    freezer,
    pantryShelf,
    takesFood,
    usuallyHas,
    idAsked,
    referralNeeded,
  ],
  byNature: nobodyAsks,
  decidingField: indoors.id,
  freshness: { freshDays: 14 },
  osm: {
    read: [
      { amenity: "food_sharing", fridge: "yes" },
      { amenity: "food_sharing", fridge: "only" },
      { amenity: "fridge" },
      { reuse: "fridge" },
    ],
    write: { amenity: "food_sharing", fridge: "yes" },
  },
  hsdsTerms: ["Community Refrigerators", "Food"],
};
