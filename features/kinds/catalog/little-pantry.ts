import {
  idAsked,
  indoors,
  nobodyAsks,
  referralNeeded,
  takesFood,
  usuallyHas,
  wheelchair,
} from "@/features/kinds/fields";
import type { Kind } from "@/features/kinds/schema";

export const littlePantry: Kind = {
  id: "little-pantry",
  icon: {
    path: "M7.5.3 14.6 5l-.9 1.3-6.2-4.1-6.2 4.1L.4 5zM7.5 8c1-.7 4-.8 4 2.4 0 2.3-1.5 4.3-2.7 4.3-.5 0-.8-.2-1.3-.2s-.8.2-1.3.2c-1.2 0-2.7-2-2.7-4.3C3.5 7.2 6.5 7.3 7.5 8zM7.6 7.2c-.1-1.4.8-2.4 2.2-2.5.1 1.4-.8 2.4-2.2 2.5z",
    source: "cup-of-sugar",
    viewBox: 15,
  },
  colour: "coral",
  words: {
    en: {
      one: "Little pantry",
      many: "Little pantries",
      about: "A box of food on the street: take what you need, leave what you can.",
      alsoCalled: [
        "little free pantry",
        "micro pantry",
        "blessing box",
        "street pantry",
        "sidewalk pantry",
        "outdoor pantry",
        "free pantry box",
        "pantry box",
        "neighbourhood pantry box",
        "food sharing",
      ],
      everyday: `
        blessing boxes, pantry boxes, food box on the street, food cupboard on the
        street, take what you need leave what you can, little food pantry, free little pantry,
        tiny pantry, mini pantry, 24 hour pantry, pantry at night
      `,
    },
    es: {
      one: "Pequeña despensa",
      many: "Pequeñas despensas",
      about: "Una caja con comida en la calle: toma lo que necesites, deja lo que puedas.",
      alsoCalled: [
        "despensa callejera",
        "despensita",
        "despensa de la calle",
        "caja de bendiciones",
        "caja de alimentos",
        "pequeña despensa gratis",
        "alacena comunitaria",
      ],
      everyday: `
        alacena, alacenas, cajas de bendiciones, despensita gratis, mini despensa, gabinete de
        comida, toma lo que necesites deja lo que puedas
      `,
    },
  },
  fields: [wheelchair, indoors, takesFood, usuallyHas, idAsked, referralNeeded],
  byNature: nobodyAsks,
  freshness: { freshDays: 14 },
  osm: {
    read: [{ amenity: "food_sharing" }, { social_facility: "food_sharing" }],
    write: { amenity: "food_sharing", fridge: "no" },
  },
  hsdsTerms: ["Food Pantries", "Food"],
};
