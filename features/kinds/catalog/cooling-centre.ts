import {
  drinkingWater,
  endsOn,
  idAsked,
  languages,
  petsWelcome,
  startsOn,
  wheelchair,
  whoFor,
} from "@/features/kinds/fields";
import type { Kind } from "@/features/kinds/schema";

export const coolingCentre: Kind = {
  id: "cooling-centre",
  icon: {
    path: "M23 47.69v-6.34l-3.36 1.99l-1.64 -1.03v-2.23l5 -2.99v-4.17l-4 2.45v-4.42l-4 2.09v5.99l-1.65 1.23l-1.35 -1.11v-4.01l-5.57 3.12l-2.43 -1v-2.53l5.69 -3.17l-3.68 -1.82v-2.32l2.12 -1.13l5.21 3.07l3.61 -2.08l-0.08 -0.06l-3.66 -2.12l3.57 -2.23l-3.58 -2.08l-5.21 3.05l-1.98 -0.97v-2.31l3.54 -1.98l-5.54 -3.05v-2.53l2.32 -1.11l5.68 3.2v-4.08l1.49 -1.13l1.94 1.18l-0.06 6.11l3.67 2.12l0.03 -4.31l3.92 2.1v-4.17l-5 -2.99v-2.21l1.64 -1.05l3.36 1.99v-6.33l1.99 -1.32l2.01 1.32v6.33l3.91 -2.03l2.09 1.22v1.99l-6 3.08v4.17l4 -2.27v4.53l4 -2.08v-6.52l1.46 -0.87l1.55 0.87v4.17l5.84 -3.08l2.16 1.22v2.36l-5.49 3.17l3.5 1.95v2.25l-1.83 1l-5.33 -3.16l-3.68 2.35l3.55 2.23l-3.66 2.12l3.77 1.99l5.39 -2.99l1.79 1.22v2.15l-3.32 1.89l5.32 3.17v2.49l-2.52 1.04l-5.48 -2.99v3.96l-1.52 1.05l-1.48 -1.05v-6l-4 -2.21v4.17l-4 -2.27v4.17l5 2.99v2.36l-1.65 0.9l-3.35 -1.99v6.34l-2.01 1.31l-1.99 -1.31zm-1.47 -22.6l1.89 2.91h3.51l1.61 -2.91l-1.7 -3.09h-3.51l-1.79 3.09z",
    source: "temaki",
    viewBox: 50,
  },
  colour: "sky",
  words: {
    en: {
      one: "Cooling centre",
      many: "Cooling centres",
      about: "A cool room to be in when it is hot, no reason needed.",
      alsoCalled: [
        "cooling center",
        "cool room",
        "cool space",
        "cooling site",
        "cooling shelter",
        "cool zone",
        "heat relief",
        "hydration station",
      ],
      everyday: `
        cool down, cool off, keep cool, stay cool, somewhere cool, cool place, cold place to
        sit, air conditioning, air conditioned, air con, aircon, ac, a c, no ac, fan, fans,
        shade, shady place, ice, hot day, too hot, so hot, i am hot, hot weather, heat wave,
        heatwave, extreme heat, heat stroke, out of the heat, get out of the heat, splash pad,
        pool
      `,
    },
    es: {
      one: "Centro de enfriamiento",
      many: "Centros de enfriamiento",
      about: "Una sala fresca donde estar cuando hace calor, sin dar motivos.",
      alsoCalled: [
        "refugio climático",
        "centro de refresco",
        "espacio fresco",
        "sala fresca",
        "refugio contra el calor",
      ],
      everyday: `
        calor, tengo calor, hace calor, mucho calor, ola de calor, refrescarme, refrescarnos,
        refrescarse, lugar fresco, un lugar fresco, sitio fresco, aire acondicionado, clima, con
        aire, ventilador, ventiladores, abanico, sombra, hielo, golpe de calor, protegerme del
        calor, refugio del calor, refugios climáticos, piscina, alberca
      `,
    },
  },
  fields: [startsOn, endsOn, idAsked, wheelchair, petsWelcome, drinkingWater, whoFor, languages],
  decidingField: wheelchair.id,
  freshness: { freshDays: 60, endsOnField: endsOn.id },
  osm: { read: [], write: {} },
  hsdsTerms: ["Cooling Centers", "Extreme Heat Cooling Centers"],
};
