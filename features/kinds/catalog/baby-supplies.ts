import {
  appointmentNeeded,
  delivery,
  idAsked,
  languages,
  referralNeeded,
  sizes,
  takesDonations,
  whatToBring,
  wheelchair,
} from "@/features/kinds/fields";
import type { Kind } from "@/features/kinds/schema";

export const babySupplies: Kind = {
  id: "baby-supplies",
  icon: {
    path: "M6.2 2.7C6.2 1.3 6.8.4 7.5.4s1.3.9 1.3 2.3zM5 3.3h5a.6.6 0 0 1 .6.6v1H4.4v-1a.6.6 0 0 1 .6-.6zM4.7 5.6h5.6c.7.9 1 1.9 1 3v4.5a1.5 1.5 0 0 1-1.5 1.5H5.2a1.5 1.5 0 0 1-1.5-1.5V8.6c0-1.1.3-2.1 1-3zM8.3 7.6v.9h3v-.9zM8.3 9.6v.9h3v-.9zM8.3 11.6v.9h3v-.9z",
    source: "cup-of-sugar",
    viewBox: 15,
  },
  colour: "plum",
  words: {
    en: {
      one: "Baby supplies",
      many: "Baby supplies",
      about: "Nappies, formula, wipes and baby clothes.",
      alsoCalled: [
        "nappies",
        "nappy bank",
        "diapers",
        "diaper",
        "diaper bank",
        "diaper distribution",
        "diaper pantry",
        "baby formula",
        "infant formula",
        "formula",
        "baby food",
        "baby items",
        "baby bank",
        "baby clothes",
        "baby pantry",
        "wipes",
        "baby",
      ],
      everyday: `
        pampers, huggies, luvs, similac, enfamil, gerber, infant milk, baby milk, infant formula
        milk, formula milk, powdered milk for baby, milk for baby, milk for my baby, milk for
        newborn, toddler formula, toddler milk, baby bottle, baby bottles, bottles for baby,
        pacifier, pacifiers, dummy, dummies, soother, pull ups, pullups, training pants, swim
        diapers, adult diapers, cloth diapers, size 4 diapers, newborn diapers, wet wipes, baby
        wipes, diaper cream, diaper rash cream, nappy cream, baby lotion, baby shampoo, crib,
        cribs, cot, cots, bassinet, pack n play, playpen, moses basket, stroller, strollers,
        buggy, pram, prams, pushchair, car seat, car seats, carseat, booster seat, high chair,
        highchair, baby carrier, baby swing, baby gear, baby stuff, baby things, baby needs,
        baby essentials, baby toys, baby shoes, baby blanket, baby blankets, baby clothing,
        clothes for baby, clothes for babies, clothes for my baby, clothes for newborn, newborn
        clothes, infant clothes, onesies, onesie, bibs, food for baby, food for my baby, food
        for babies, baby cereal, purees, newborn, newborns, new baby, infant, infants, babies,
        toddler, toddlers, pregnant, pregnancy, i am pregnant, expecting, expecting a baby, new
        mom, new mother, new mum, breastfeeding, breast pump, nursing supplies, baby shower,
        layette, wic formula
      `,
    },
    es: {
      one: "Artículos para bebés",
      many: "Artículos para bebés",
      about: "Pañales, fórmula, toallitas y ropa de bebé.",
      alsoCalled: [
        "pañales",
        "pañal",
        "banco de pañales",
        "fórmula",
        "fórmula infantil",
        "leche de fórmula",
        "leche para bebé",
        "toallitas",
        "ropa de bebé",
        "bebés",
        "bebé",
        "cosas de bebé",
      ],
      everyday: `
        biberón, biberones, mamila, mamilas, mamadera, mamaderas, tetero, chupón, chupones,
        chupete, chupetes, papilla, papillas, potito, potitos, comida de bebé, comida para bebé,
        comida para mi bebé, comida para bebés, leche en polvo, leche de bebé, leche para bebés,
        leche para mi bebé, leche infantil, leche maternizada, leche de inicio, leche de
        continuación, leche de lata, leche para recién nacido, cuna, cunas, moisés, carriola,
        carriolas, cochecito, cochecitos, carrito de bebé, silla para auto, sillita de auto,
        silla de auto para bebé, silla de coche, portabebés, silla alta, trona, recién nacido,
        recién nacida, recién nacidos, embarazada, embarazadas, embarazo, estoy embarazada,
        toallitas húmedas, toallitas para bebé, crema para rozaduras, crema de pañal, pañales de
        adulto, pañales para adultos, pañales desechables, pañales de tela, ropa para bebé, ropa
        para bebés, ropa para mi bebé, ropa de bebés, ropa de recién nacido, ropita de bebé,
        mamelucos, pañaleros, baberos, juguetes para bebé, cobijas para bebé, cosas para bebé,
        artículos de bebé, bebe, guagua, lactancia, extractor de leche, infantes, nuevo bebé,
        ajuar, canastilla
      `,
    },
  },
  fields: [
    idAsked,
    referralNeeded,
    appointmentNeeded,
    sizes,
    whatToBring,
    takesDonations,
    wheelchair,
    languages,
    delivery,
  ],
  decidingField: idAsked.id,
  freshness: { freshDays: 60 },
  osm: { read: [], write: {} },
  hsdsTerms: ["Diapers", "Baby Supplies", "Infant Formula"],
};
