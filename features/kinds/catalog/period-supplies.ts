import {
  idAsked,
  indoors,
  referralNeeded,
  takesDonations,
  usuallyHas,
  wheelchair,
} from "@/features/kinds/fields";
import type { Kind } from "@/features/kinds/schema";

export const periodSupplies: Kind = {
  id: "period-supplies",
  icon: {
    path: "M5.4 2.5a2.1 2.1 0 0 1 4.2 0v4.3H5.4zM5.4 7.7h4.2v1.9H5.4zM7 10.4h1c0 1.1 2 1.2 2 2.7 0 1-.9 1.6-2 1.6v-.9c.6 0 1-.3 1-.7 0-.8-2-.9-2-2.7z",
    source: "cup-of-sugar",
    viewBox: 15,
  },
  colour: "plum",
  words: {
    en: {
      one: "Period supplies",
      many: "Period supplies",
      about: "Pads, tampons and cups, free.",
      alsoCalled: [
        "period products",
        "menstrual products",
        "menstrual supplies",
        "sanitary products",
        "feminine hygiene",
        "feminine products",
        "pads",
        "tampons",
        "menstrual cups",
        "period pantry",
        "period box",
        "hygiene products",
        "hygiene supplies",
        "hygiene kits",
      ],
      everyday: `
        period, periods, menstruation, menstrual, sanitary pads, sanitary pad, sanitary towels,
        sanitary towel, sanitary napkins, sanitary napkin, menstrual pads, menstrual pad, pad,
        maxi pads, panty liners, pantyliners, liners, tampon, tampax, menstrual cup, moon cup,
        diva cup, period underwear, period pants, period poverty, feminine pads, feminine care,
        always pads, cramps
      `,
    },
    es: {
      one: "Productos para la regla",
      many: "Productos para la regla",
      about: "Compresas, tampones y copas, gratis.",
      alsoCalled: [
        "productos menstruales",
        "toallas sanitarias",
        "toallas femeninas",
        "compresas",
        "tampones",
        "copa menstrual",
        "higiene femenina",
        "productos de higiene",
        "higiene menstrual",
        "artículos de higiene",
      ],
      everyday: `
        regla, menstruación, menstrual, periodo, mi periodo, toalla sanitaria, toallas
        higiénicas, toalla higiénica, toalla femenina, toallas íntimas, compresa, tampón, copita
        menstrual, copas menstruales, protectores diarios, pantiprotectores, protegeslips,
        kotex, ropa interior menstrual, productos femeninos, artículos femeninos, pobreza
        menstrual
      `,
    },
  },
  fields: [idAsked, referralNeeded, usuallyHas, takesDonations, indoors, wheelchair],
  decidingField: idAsked.id,
  freshness: { freshDays: 60 },
  osm: {
    read: [{ amenity: "vending_machine", vending: "feminine_hygiene", fee: "no" }],
    write: {},
  },
  hsdsTerms: ["Personal Care Items", "Feminine Hygiene Products"],
};
