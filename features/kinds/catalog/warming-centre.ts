import {
  endsOn,
  idAsked,
  languages,
  overnight,
  petsWelcome,
  startsOn,
  wheelchair,
  whoFor,
} from "@/features/kinds/fields";
import type { Kind } from "@/features/kinds/schema";

export const warmingCentre: Kind = {
  id: "warming-centre",
  icon: {
    path: "M6.1 12L3.66 10.78L4.22 9.66L7.5 11.3L10.78 9.66L11.34 10.78L8.9 12L11.34 13.22L10.78 14.34L7.5 12.7L4.22 14.34L3.66 13.22L6.1 12ZM2 1L13 1C13.55 1 14 1.45 14 2L14 14L12 14L12.01 7.5C12.01 5.02 10 3 7.52 3L7.52 3C5.03 3 3.01 5.01 3.01 7.5L3 14L1 14L1 2C1 1.45 1.45 1 2 1ZM7 3.5L7.5 7L9 5L9.69 6.29C10.25 7.35 10 8.66 9.08 9.42L9.04 9.45C8.15 10.19 6.86 10.18 5.98 9.42C5.08 8.64 4.81 7.35 5.34 6.27C5.66 5.61 5.88 5.19 6 5C6.21 4.67 6.54 4.17 7 3.5Z",
    source: "temaki",
    viewBox: 15,
  },
  colour: "ochre",
  words: {
    en: {
      one: "Warming centre",
      many: "Warming centres",
      about: "A warm room to be in, no reason needed.",
      alsoCalled: [
        "warming center",
        "warming shelter",
        "warm room",
        "warm space",
        "warm bank",
        "warming site",
        "winter shelter",
        "cold weather shelter",
        "warm hub",
      ],
      everyday: `
        warm up, get warm, keep warm, stay warm, somewhere warm, warm place, place to get warm,
        place to warm up, get out of the cold, out of the cold, cold, i am cold, freezing, so
        cold, cold weather, cold night, heat, heating, heater, no heat, no heating, my heat is
        off, heat is out, heating is off, warm shelter, warm place to sleep, warm place to sit,
        overnight warming, winter night shelter, cold snap, snow day, blizzard, code blue
      `,
    },
    es: {
      one: "Centro de calor",
      many: "Centros de calor",
      about: "Una sala cálida donde estar, sin dar motivos.",
      alsoCalled: [
        "centro para calentarse",
        "refugio contra el frío",
        "refugio de invierno",
        "albergue de invierno",
        "espacio cálido",
        "sala caliente",
      ],
      everyday: `
        calentarme, calentarnos, calentarse, calor de hogar, frío, tengo frío, hace frío, mucho
        frío, pasar frío, ola de frío, refugio del frío, refugio para el frío, refugiarme del
        frío, protegerme del frío, calefacción, sin calefacción, no tengo calefacción,
        calefactor, estufa, lugar caliente, lugar calientito, lugar cálido, sitio caliente, un
        lugar caliente, sala de calor, noche fría, nevada, código azul
      `,
    },
  },
  fields: [startsOn, endsOn, overnight, idAsked, wheelchair, petsWelcome, whoFor, languages],
  decidingField: overnight.id,
  freshness: { freshDays: 60, endsOnField: endsOn.id },
  osm: { read: [], write: {} },
  hsdsTerms: ["Warming Centers", "Extreme Cold Warming Centers"],
};
