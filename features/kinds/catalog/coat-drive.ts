import {
  endsOn,
  idAsked,
  referralNeeded,
  startsOn,
  takesDonations,
  whatToBring,
  wheelchair,
  whoFor,
} from "@/features/kinds/fields";
import type { Kind } from "@/features/kinds/schema";

export const coatDrive: Kind = {
  id: "coat-drive",
  icon: {
    path: "M5.3.9 7.5 3.1 9.7.9 12 1.8l2.5 7.4-2.2.8-.8-2.3v6.4H8V5.2H7v8.9H3.5V7.7l-.8 2.3-2.2-.8L3 1.8z",
    source: "cup-of-sugar",
    viewBox: 15,
  },
  colour: "teal",
  words: {
    en: {
      one: "Coat drive",
      many: "Coat drives",
      about: "Warm coats to take or to give, for as long as the drive lasts.",
      alsoCalled: [
        "coat giveaway",
        "coats",
        "coat distribution",
        "coat collection",
        "winter clothing drive",
        "winter coat drive",
        "warm coats",
        "winter coats",
        "blanket drive",
        "clothing drive",
        "jacket drive",
      ],
      everyday: `
        winter drive, warm clothing drive, glove drive, hat and glove drive, blankets drive,
        sock drive
      `,
    },
    es: {
      one: "Campaña de abrigos",
      many: "Campañas de abrigos",
      about: "Abrigos para llevar o para dar, mientras dure la campaña.",
      alsoCalled: [
        "reparto de abrigos",
        "colecta de abrigos",
        "recolecta de abrigos",
        "abrigos",
        "abrigos gratis",
        "colecta de ropa",
        "campaña de ropa de invierno",
        "colecta de cobijas",
        "colecta de mantas",
      ],
      everyday: `
        campaña de invierno, campaña del frío, campaña de cobijas, donación de abrigos
      `,
    },
  },
  fields: [
    startsOn,
    endsOn,
    idAsked,
    referralNeeded,
    takesDonations,
    whoFor,
    wheelchair,
    whatToBring,
  ],
  decidingField: idAsked.id,
  freshness: { freshDays: 14, endsOnField: endsOn.id },
  osm: { read: [], write: {} },
  hsdsTerms: ["Coats", "Winter Clothing", "Clothing"],
};
