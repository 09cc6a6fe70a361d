import {
  freeOfCharge,
  harvestShared,
  languages,
  plotsFree,
  wheelchair,
  whoFor,
} from "@/features/kinds/fields";
import type { Kind } from "@/features/kinds/schema";

export const communityGarden: Kind = {
  id: "community-garden",
  icon: {
    path: "M13,8c0,3.31-2.19,6-5.5,6S2,11.31,2,8c2.2643,0.0191,4.2694,1.4667,5,3.61V7H4.5C3.6716,7,3,6.3284,3,5.5v-3 C3,2.2239,3.2239,2,3.5,2c0.1574,0,0.3056,0.0741,0.4,0.2l1.53,2l1.65-3c0.1498-0.232,0.4593-0.2985,0.6913-0.1487 C7.8308,1.0898,7.8815,1.1404,7.92,1.2l1.65,3l1.53-2c0.1657-0.2209,0.4791-0.2657,0.7-0.1C11.9259,2.1944,12,2.3426,12,2.5v3 C12,6.3284,11.3284,7,10.5,7H8v4.61C8.7306,9.4667,10.7357,8.0191,13,8z",
    source: "maki",
    viewBox: 15,
  },
  colour: "leaf",
  words: {
    en: {
      one: "Community garden",
      many: "Community gardens",
      about: "Neighbours grow food and flowers together.",
      alsoCalled: [
        "garden",
        "neighbourhood garden",
        "neighborhood garden",
        "allotment",
        "allotments",
        "urban garden",
        "urban farm",
        "community farm",
        "shared garden",
        "food forest",
        "community orchard",
        "pea patch",
      ],
      everyday: `
        gardens, gardening club, grow food, grow vegetables, grow my own food, growing food,
        garden plot, garden plots, plots, community garden plots, garden bed, raised bed, raised beds, plot of land, allotment
        plot, compost, composting, compost bin, soil, mulch, topsoil, greenhouse, orchard,
        fruit trees, pick fruit, forage, foraging, community farming, somewhere to garden,
        place to garden, food garden
      `,
    },
    es: {
      one: "Huerto comunitario",
      many: "Huertos comunitarios",
      about: "Vecinas y vecinos cultivan alimentos y flores juntos.",
      alsoCalled: [
        "huerto",
        "huerta",
        "huerta comunitaria",
        "huerto urbano",
        "huerta urbana",
        "jardín comunitario",
        "jardín",
        "granja urbana",
        "bosque comestible",
      ],
      everyday: `
        huertos, huertas, sembrar, plantar, cultivar, cultivo, parcela, parcelas, pedazo de
        tierra, terreno para sembrar, composta, compost, abono, compostaje, tierra, tierra para
        plantas, invernadero, vivero, árboles frutales, recoger fruta, huerto familiar, huerto
        social, huertos urbanos, jardines, jardín popular, cultivar verduras, cultivar comida
      `,
    },
  },
  fields: [plotsFree, harvestShared, freeOfCharge, wheelchair, whoFor, languages],
  decidingField: plotsFree.id,
  freshness: { freshDays: 365 },
  osm: {
    read: [{ leisure: "garden", "garden:type": "community" }],
    write: { leisure: "garden", "garden:type": "community" },
  },
  hsdsTerms: ["Community Gardening", "Gardening"],
};
