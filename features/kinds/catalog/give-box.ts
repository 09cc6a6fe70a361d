import {
  idAsked,
  indoors,
  referralNeeded,
  takesDonations,
  usuallyHas,
  wheelchair,
} from "@/features/kinds/fields";
import type { Kind } from "@/features/kinds/schema";

export const giveBox: Kind = {
  id: "give-box",
  icon: {
    path: "M10.5 1.00152C9.0967.957116 7.8503 1.89192 7.5 3.25152 7.1497 1.89192 5.9033.957116 4.5 1.00152 2.7678.947006 2.23515 2.79746 2.81831 4H1.5C1.22386 4 1 4.22386 1 4.5V5.5C1 5.77614 1.22386 6 1.5 6H13.5C13.7761 6 14 5.77614 14 5.5V4.5C14 4.22386 13.7761 4 13.5 4H12.1938C12.8 2.81516 12.2922 1.00143 10.5404 1.00112 10.5269 1.00112 10.5135 1.00122 10.5 1.00152ZM10.6831 4H8.5C8.50082 2.8961 9.3959 2.00152 10.5 2.00152 11.675 2.00152 11.8827 3.87414 10.6831 4ZM6.5 4H4.29187C3.25675 3.88256 3.19576 2.10553 4.3323 2.00152 4.3881 1.99642 4.4442 1.99642 4.5 2.00152 5.60409 2.00152 6.49918 2.8961 6.5 4ZM2 7.00146V11.5015C2 12.3299 2.6716 13.0015 3.5 13.0015H6.5V7.00146H2ZM8.5 7.00146V13.0015H11.5C12.3284 13.0015 13 12.3299 13 11.5015V7.00146H8.5Z",
    source: "maki",
    viewBox: 15,
  },
  colour: "earth",
  words: {
    en: {
      one: "Give box",
      many: "Give boxes",
      about: "Things to take and things to leave, for free.",
      alsoCalled: [
        "free box",
        "free store",
        "freestore",
        "free shop",
        "freeshop",
        "free stuff",
        "free little art gallery",
        "freecycle",
        "freecycling",
        "give and take",
        "give away box",
        "giveaway shop",
        "swap shop",
        "swap shed",
        "really really free market",
        "reuse shelf",
        "gift box",
      ],
      everyday: `
        furniture, household goods, household items, home goods, housewares, homewares, couch,
        couches, sofa, sofas, table, tables, kitchen table, chair, chairs, desk, dresser,
        dressers, wardrobe furniture, mattress, mattresses, bed frame, dishes, dish, plates,
        bowls, cups, mugs, pots, pots and pans, cutlery, silverware, utensils,
        kitchenware, kitchen stuff, kitchen things, cookware, microwave, toaster, kettle, lamp,
        lamps, rug, carpet, appliances, tv, television, electronics, toy, kids toys, toys for
        kids, games, video games, puzzles, puzzle, dolls, christmas toys, toy drive, christmas
        presents, presents, gifts, gift, bicycle to keep, free bike, school supplies, school
        things, notebooks, pencils, pens, crayons, art supplies, craft supplies, stationery,
        household, decorations, christmas decorations, baby toys, freebies, giveaway, curb
        alert, hand me downs, things for free
      `,
    },
    es: {
      one: "Caja de regalos",
      many: "Cajas de regalos",
      about: "Cosas para llevarte y cosas para dejar, gratis.",
      alsoCalled: [
        "tienda gratis",
        "gratiferia",
        "caja gratis",
        "toma lo que necesites",
        "trueque",
        "mercado gratis",
        "cosas gratis",
        "punto de intercambio",
      ],
      everyday: `
        muebles, mueble, sofá, sofás, sillón, mesas y sillas, mesa y sillas, silla,
        sillas, escritorio, cómoda, ropero mueble, colchón, colchones, platos, vasos, tazas,
        ollas, olla, sartenes, sartén, cubiertos, utensilios, utensilios de cocina, trastes,
        vajilla, microondas, lámpara, lámparas, alfombra, electrodomésticos, televisión,
        televisor, enseres, cosas para la casa, artículos del hogar, regalos, regalo, regalos de
        navidad, juguete, juguetes para niños, juguetes de navidad, muñecas, rompecabezas,
        útiles escolares, útiles, material escolar, cuadernos, cuaderno, lápices, lápiz, plumas,
        crayones, manualidades, decoración, cosas usadas, cosas de segunda mano
      `,
    },
  },
  fields: [takesDonations, usuallyHas, wheelchair, indoors, idAsked, referralNeeded],
  freshness: { freshDays: 180 },
  osm: {
    read: [
      { amenity: "give_box" },
      { amenity: "freeshop" },
      { amenity: "reuse", "reuse:policy": "free_to_take" },
      { amenity: "reuse", "reuse:policy": "free_to_take_or_give" },
      { shop: "second_hand", fee: "no" },
      { shop: "charity", fee: "no" },
      { shop: "charity", "payment:none": "yes" },
      { shop: "second_hand", "payment:none": "yes" },
    ],
    write: { amenity: "give_box" },
  },
  hsdsTerms: ["Material Goods", "Household Goods"],
};
