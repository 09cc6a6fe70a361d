import {
  appointmentNeeded,
  delivery,
  halal,
  idAsked,
  kosher,
  languages,
  referralNeeded,
  takeaway,
  vegetarian,
  whatToBring,
  wheelchair,
  whoFor,
} from "@/features/kinds/fields";
import type { Kind } from "@/features/kinds/schema";

export const freeMeal: Kind = {
  id: "free-meal",
  icon: {
    path: "M19 48L79 48C83.4 48 82 50 83 50C85 50 84 48.2 85 48L95 46C97.05 45.56 98 47.97 95.8 48.56L85.82 50.53C84.93 50.73 84.73 51.36 84.72 51.87C84 89 14 89 13.22 51.87C13.21 51.35 13.02 50.72 12.12 50.53L2.14 48.55C0.5 48.18 1.1 45.58 2.91 45.99L13 48C14 48.2 13 50 15 50C16 50 14.6 48 19 48ZM27 38C28 40 32 38 31 36C27 28 37 24 31 12C30 10 26 12 27 14C31 22 21 26 27 38M47 38C48 40 52 38 51 36C47 28 57 24 51 12C50 10 46 12 47 14C51 22 41 26 47 38M67 38C68 40 72 38 71 36C67 28 77 24 71 12C70 10 66 12 67 14C71 22 61 26 67 38",
    source: "temaki",
    viewBox: 100,
  },
  colour: "ochre",
  words: {
    en: {
      one: "Free meal",
      many: "Free meals",
      about: "A cooked meal to eat there or take away, free.",
      alsoCalled: [
        "meal",
        "meals",
        "hot meal",
        "soup kitchen",
        "community meal",
        "community kitchen",
        "community supper",
        "free lunch",
        "free dinner",
        "free breakfast",
        "free food",
        "congregate meal",
        "meal site",
        "meal program",
        "meal programme",
        "dining hall",
        "dining room",
        "summer meals",
        "grab and go meal",
        "prepared food",
        "prepared meal",
        "langar",
      ],
      everyday: `
        hot food, warm food, cooked food, warm meal, warm meals, cooked meal, hot lunch, hot
        dinner, hot breakfast, lunch, lunches, dinner, dinners, breakfast, breakfasts, brunch,
        supper, soup, soups, stew, sandwich, sandwiches, sack lunch, sack lunches, bag lunch,
        bagged lunch, box lunch, boxed lunch, packed lunch, packed lunches, to go meal, takeaway
        meal, takeout, take out food, street food, plate of food, coffee, tea, cup of tea, hot
        drink, hot drinks, pizza, pancakes, barbecue, bbq, iftar, iftars, suhoor, shabbat
        dinner, thanksgiving dinner, thanksgiving meal, thanksgiving lunch, turkey dinner,
        christmas dinner, christmas meal, christmas lunch, christmas eve dinner, easter dinner,
        easter meal, holiday meal, holiday meals, holiday dinner, kids lunch, kids lunches, kids
        meals, kids eat free, school lunch, school lunches, school meals, school breakfast,
        lunch for kids, summer lunch, summer lunch program, summer food, senior meals, senior
        lunch, senior dining, meals for seniors, lunch for seniors, meals on wheels, mobile
        meals, community dinner, community lunch, community
        breakfast, community cafe, pay what you can cafe, free cafe, cafe, canteen, dine,
        feeding program, feeding site, food truck, food kitchen, food line, breakfast club,
      `,
    },
    es: {
      one: "Comida caliente gratis",
      many: "Comidas calientes gratis",
      about: "Un plato preparado para comer allí o para llevar, gratis.",
      alsoCalled: [
        "comedor",
        "comedor social",
        "comedor comunitario",
        "comedor popular",
        "olla común",
        "olla popular",
        "comida caliente",
        "plato caliente",
        "comida preparada",
        "almuerzo gratis",
        "desayuno gratis",
        "cena gratis",
      ],
      everyday: `
        almuerzo, almuerzos, cena, cenas, desayuno, desayunos, merienda, meriendas, lonche,
        lonches, sopa, sopas, caldo, guiso, sándwich, sándwiches, bocadillo, bocadillos,
        torta, tortas, plato de comida, un plato de comida, plato de sopa, comida para llevar,
        comida hecha, comida cocinada, comida casera, comida caliente, comidas calientes, café,
        cafecito, un té, taza de té, algo caliente, bebida caliente, cena de navidad, cena navideña, cena de
        nochebuena, cena de acción de gracias, comedores, comedores populares, comedores
        sociales, comedor infantil, comedor escolar, almuerzo escolar, almuerzos escolares,
        desayuno escolar, desayunos escolares, comida escolar, comidas para niños, almuerzo para
        niños, comida para mayores, comida para personas mayores, comida para adultos mayores,
        comida para ancianos, ollas comunes, ollas
        populares, cocina comunitaria, cocina popular, cocina económica, merendero, copa de
        leche, vaso de leche, vianda, viandas, iftar, ramadán
      `,
    },
  },
  fields: [
    idAsked,
    referralNeeded,
    appointmentNeeded,
    takeaway,
    wheelchair,
    halal,
    kosher,
    vegetarian,
    whoFor,
    languages,
    whatToBring,
    delivery,
  ],
  decidingField: idAsked.id,
  freshness: { freshDays: 60 },
  osm: {
    read: [
      { amenity: "social_facility", social_facility: "soup_kitchen" },
      { amenity: "social_facility", social_facility: "dairy_kitchen" },
    ],
    write: { amenity: "social_facility", social_facility: "soup_kitchen" },
  },
  hsdsTerms: ["Soup Kitchens", "Meals", "Congregate Meals"],
};
