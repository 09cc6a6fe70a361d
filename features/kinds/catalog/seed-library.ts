import {
  idAsked,
  indoors,
  membershipNeeded,
  takesDonations,
  usuallyHas,
  wheelchair,
} from "@/features/kinds/fields";
import type { Kind } from "@/features/kinds/schema";

export const seedLibrary: Kind = {
  id: "seed-library",
  icon: {
    path: "M3 .8h9v1.7H3zM3 3.3h9v10.2a.7.7 0 0 1-.7.7H3.7a.7.7 0 0 1-.7-.7zM7.1 9.3C7.1 7.6 6.1 6.5 4.2 6.5 4.3 8.2 5.2 9.3 7.1 9.3zM7.9 8.5C9.8 8.5 10.7 7.4 10.8 5.7 8.9 5.7 7.9 6.8 7.9 8.5zM7.1 9.3v3.3h.8V8.5z",
    source: "cup-of-sugar",
    viewBox: 15,
  },
  colour: "leaf",
  words: {
    en: {
      one: "Seed library",
      many: "Seed libraries",
      about: "Seeds to take, sow and bring back next year.",
      alsoCalled: [
        "seed exchange",
        "seed swap",
        "seed box",
        "seed bank",
        "free seeds",
        "seeds",
        "little seed library",
        "plant swap",
        "plant exchange",
      ],
      everyday: `
        seed, plant seeds, vegetable seeds, veggie seeds, flower seeds, garden seeds, tomato
        seeds, herb seeds, heirloom seeds, seed packets, seeds to plant, seeds for my garden,
        bulbs, cuttings, seed sharing, seed catalog
      `,
    },
    es: {
      one: "Biblioteca de semillas",
      many: "Bibliotecas de semillas",
      about: "Semillas para llevar, sembrar y devolver al año siguiente.",
      alsoCalled: [
        "banco de semillas",
        "intercambio de semillas",
        "semillas gratis",
        "semillas",
        "caja de semillas",
        "intercambio de plantas",
      ],
      everyday: `
        semilla, semillas para sembrar, semillas de verduras, semillas de hortalizas, semillas
        de vegetales, semillas de flores, semillas de tomate, semillas para huerto, semillas
        para plantar, esquejes, bulbos
      `,
    },
  },
  fields: [wheelchair, indoors, takesDonations, usuallyHas, idAsked, membershipNeeded],
  freshness: { freshDays: 180 },
  osm: { read: [], write: {} },
  hsdsTerms: ["Seed Libraries", "Community Gardening"],
};
