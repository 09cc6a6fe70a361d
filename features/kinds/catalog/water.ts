import {
  customersOnly,
  freeOfCharge,
  idAsked,
  indoors,
  nobodyAsks,
  referralNeeded,
  wheelchair,
  winter,
} from "@/features/kinds/fields";
import type { Kind } from "@/features/kinds/schema";

export const water: Kind = {
  id: "water",
  icon: {
    path: "M6,1A2,2,0,0,0,4,3V6.5a.5.5,0,0,0,.5.5h2A.5.5,0,0,0,7,6.5v-2A.5.5,0,0,1,7.5,4H14V1ZM7,15H4a.5.5,0,0,1-.48-.38L2,8.62a.5.5,0,0,1,.365-.606A.558.558,0,0,1,2.5,8h6a.5.5,0,0,1,.514.485A.47.47,0,0,1,9,8.62l-1.5,6A.5.5,0,0,1,7,15ZM3.65,11H7.36l.5-2H3.14Z",
    source: "maki",
    viewBox: 15,
  },
  colour: "sky",
  words: {
    en: {
      one: "Drinking water",
      many: "Drinking water",
      about: "Water to drink and to fill a bottle.",
      alsoCalled: [
        "water",
        "water fountain",
        "drinking fountain",
        "water tap",
        "water refill",
        "bottle refill",
        "bottle filler",
        "water station",
        "water point",
      ],
      everyday: `
        something to drink, drink, drinks, drinks of water, thirsty, i am thirsty, tap, taps,
        tap water, fountain, fountains, water fountains, fill bottle, fill my bottle, fill a
        bottle, fill water bottle, fill up water, refill, refill station, refill my bottle,
        bottled water, bottles of water, water bottle, water bottles, cold water, clean water,
        drinkable water, safe water, free water, cases of water, water cooler, water jug, no
        water, water is off, hydrate, hydration
      `,
    },
    es: {
      one: "Agua potable",
      many: "Agua potable",
      about: "Agua para beber y para llenar una botella.",
      alsoCalled: [
        "agua",
        "fuente",
        "fuente de agua",
        "bebedero",
        "grifo",
        "toma de agua",
        "agua para beber",
      ],
      everyday: `
        sed, tengo sed, algo de beber, algo de tomar, algo para beber, algo para tomar, beber,
        bebida, bebidas, tomar agua, beber agua, agua fría, agua limpia, agua gratis, agua
        embotellada, botellas de agua, botella de agua, garrafón, garrafones, llenar botella,
        llenar mi botella, llenar la botella, rellenar botella, recargar agua, canilla, llave de
        agua, bebederos, fuentes, fuentes de agua, grifos, no tengo agua, sin agua, hidratarme,
        agua de la llave, agua del grifo
      `,
    },
  },
  fields: [freeOfCharge, customersOnly, indoors, wheelchair, winter, idAsked, referralNeeded],
  byNature: nobodyAsks,
  decidingField: winter.id,
  // Plumbing stays: StreetComplete asks about taps every six years. Whether it runs today is stock.
  freshness: { freshDays: 365 },
  osm: {
    read: [
      { amenity: "drinking_water" },
      { amenity: "water_point" },
      { man_made: "water_tap", drinking_water: "yes" },
      { amenity: "fountain", drinking_water: "yes" },
    ],
    write: { amenity: "drinking_water" },
  },
  hsdsTerms: ["Drinking Water", "Water"],
};
