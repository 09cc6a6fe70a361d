import {
  changingTable,
  customersOnly,
  freeOfCharge,
  idAsked,
  showers,
  whatToBring,
  wheelchair,
} from "@/features/kinds/fields";
import type { Kind } from "@/features/kinds/schema";

export const toiletsShowers: Kind = {
  id: "toilets-showers",
  icon: {
    path: "M3 1.5a1.5 1.5 0 1 0 3 0 1.5 1.5 0 0 0-3 0ZM11.5 0a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3ZM3.29 4a1 1 0 0 0-.868.504L.566 7.752a.5.5 0 1 0 .868.496l1.412-2.472A345.048 345.048 0 0 0 1 11h2v2.5a.5.5 0 0 0 1 0V11h1v2.5a.5.5 0 0 0 1 0V11h2L6.103 5.687l1.463 2.561a.5.5 0 1 0 .868-.496L6.578 4.504A1 1 0 0 0 5.71 4H3.29ZM9 4.5a.5.5 0 0 1 .5-.5h4a.5.5 0 0 1 .5.5v5a.5.5 0 0 1-1 0v4a.5.5 0 0 1-1 0v-4h-1v4a.5.5 0 0 1-1 0v-4a.5.5 0 0 1-1 0v-5Z",
    source: "maki",
    viewBox: 15,
  },
  colour: "slate",
  words: {
    en: {
      one: "Toilets and showers",
      many: "Toilets and showers",
      about: "Toilets, and showers where there are some.",
      alsoCalled: [
        "toilet",
        "toilets",
        "restroom",
        "restrooms",
        "public restroom",
        "public toilet",
        "bathroom",
        "washroom",
        "shower",
        "showers",
        "mobile shower",
        "pit stop",
        "hygiene station",
        "hygiene center",
        "wc",
        "laundry and showers",
      ],
      everyday: `
        wash, wash up, wash myself, wash my hands, wash hands, take a shower, have a shower, get
        a shower, hot shower, hot showers, warm shower, a bath, take a bath, have a bath, hot
        bath, bathe, bathing, bathhouse, loo, loos, pee, poo, go to the bathroom, use the
        bathroom, use the toilet, somewhere to pee, lavatory, latrine, porta potty, portable
        toilet, porta john, ladies room, mens room, men s room, women s room, bathrooms,
        washrooms, public bathroom, public bathrooms, free toilet, free shower, free showers,
        baby changing, change a diaper, changing table, changing room, laundry, laundries,
        laundromat, laundrette, launderette, wash clothes, wash my clothes, do laundry, do my
        laundry, washing machine, washing machines, washer, washers, dryer, dry clothes machine,
        clean up, get clean, get cleaned up, brush my teeth, accessible toilet, disabled toilet,
        all gender restroom
      `,
    },
    es: {
      one: "Baños y duchas",
      many: "Baños y duchas",
      about: "Baños, y duchas donde las hay.",
      alsoCalled: [
        "baño",
        "baños",
        "baño público",
        "baños públicos",
        "aseo",
        "aseos",
        "sanitario",
        "sanitarios",
        "ducha",
        "duchas",
        "regadera",
        "regaderas",
        "inodoro",
        "servicios higiénicos",
      ],
      everyday: `
        bañarme, bañarnos, bañarse, baño caliente, ducharme, ducharnos, ducharse, ducha
        caliente, duchas calientes, regadera caliente, darme una ducha, lavabo, lavabos,
        lavarme, lavarnos, lavarse, lavarme las manos, lavar las manos, retrete, retretes,
        excusado, letrina, servicios, servicio público, servicios públicos, orinar, hacer
        pipí, ir al baño, usar el baño, baños portátiles, baño portátil,
        cambiador, cambiar pañal, cambiar pañales, lavandería, lavanderías, lavar ropa, lavar la
        ropa, lavar mi ropa, lavadora, lavadoras, secadora, secadoras, asearme, asearse,
        cepillarme los dientes, baño gratis, ducha gratis
      `,
    },
  },
  fields: [customersOnly, freeOfCharge, showers, changingTable, wheelchair, idAsked, whatToBring],
  decidingField: customersOnly.id,
  // Plumbing stays: StreetComplete asks about toilets every six years. A closed door today is a check.
  freshness: { freshDays: 365 },
  osm: { read: [{ amenity: "toilets" }, { amenity: "shower" }], write: { amenity: "toilets" } },
  hsdsTerms: ["Public Restrooms", "Showers", "Bathing Facilities"],
};
