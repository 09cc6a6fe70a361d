import {
  appointmentNeeded,
  areaServed,
  delivery,
  halal,
  idAsked,
  kosher,
  languages,
  referralNeeded,
  servesAreaOnly,
  vegetarian,
  whatToBring,
  wheelchair,
  whoFor,
} from "@/features/kinds/fields";
import type { Kind } from "@/features/kinds/schema";

export const foodPantry: Kind = {
  id: "food-pantry",
  icon: {
    path: "M3 2.5C3.5 4 11.5 4 12 2.5C12 2.5 12 13.5 12 13.5C12 15.5 3 15.5 3 13.5C3 13.5 3 2.5 3 2.5zM9.5 1.25C10 1.25 10.5 1.5 10.5 1.75C10.5 2 10 2.25 9.5 2.25C9 2.25 8.5 2 8.5 1.75C8.5 1.5 9 1.25 9.5 1.25zM12 1.5C12 0 3 0 3 1.5C3 3.5 12 3.5 12 1.5z",
    source: "temaki",
    viewBox: 15,
  },
  colour: "coral",
  words: {
    en: {
      one: "Food pantry",
      many: "Food pantries",
      about: "Groceries to take home, free.",
      alsoCalled: [
        "pantry",
        "food bank",
        "foodbank",
        "food shelf",
        "food cupboard",
        "food closet",
        "food distribution",
        "mobile pantry",
        "mobile food pantry",
        "mobile food bank",
        "mobile market",
        "brown bag",
        "brown bag site",
        "grocery distribution",
        "free groceries",
        "grocery giveaway",
        "emergency food",
        "produce distribution",
        "food box",
        "food parcel",
        "commodity distribution",
        "food program",
        "food programme",
      ],
      everyday: `
        canned goods, cans, non perishables, nonperishables, food hub, food depot, food co op,
        food cooperative, food pickup, food pick up, food drive, food baskets, food basket, food
        hamper, food hampers, hamper, food bags, bag of food, bag of groceries, box of food, box
        of groceries, drive through pantry, drive thru pantry, drive through food, choice
        pantry, client choice pantry, senior food box, csfp, tefap, commodities, food rescue,
        food voucher, food vouchers, grocery store, grocery pickup, weekly groceries, food for
        the week, food to cook, food to take home, christmas hamper, holiday baskets, food
        parcels, weekend backpack, backpack program
      `,
    },
    es: {
      one: "Despensa de alimentos",
      many: "Despensas de alimentos",
      about: "Alimentos gratis para llevar a casa.",
      alsoCalled: [
        "despensa",
        "banco de alimentos",
        "banco de comida",
        "despensa móvil",
        "despensa comunitaria",
        "reparto de alimentos",
        "reparto de comida",
        "distribución de alimentos",
        "distribución de comida",
        "entrega de alimentos",
        "alimentos gratis",
        "comida gratis",
        "víveres",
      ],
      everyday: `
        canasta básica, canasta de alimentos, canastas de comida, canasta, bolsa de comida,
        bolsas de comida, bolsa de alimentos, bolsas de alimentos, despensas, despensa gratis,
        caja de comida, cajas de comida, paquete de alimentos, comida enlatada, enlatados,
        latas, comida para llevar a casa, alimentos no perecederos, no perecederos, alimentos
        básicos, productos básicos, centro de acopio, vales de comida, vales de despensa,
        economato, economato social, abarrotes, provisiones, colecta de alimentos
      `,
    },
  },
  fields: [
    idAsked,
    referralNeeded,
    appointmentNeeded,
    servesAreaOnly,
    areaServed,
    wheelchair,
    whatToBring,
    languages,
    whoFor,
    halal,
    kosher,
    vegetarian,
    delivery,
  ],
  decidingField: idAsked.id,
  freshness: { freshDays: 60 },
  osm: {
    read: [{ amenity: "social_facility", social_facility: "food_bank" }],
    write: { amenity: "social_facility", social_facility: "food_bank" },
  },
  hsdsTerms: ["Food Pantries", "Food Banks", "Food"],
};
