import {
  appointmentNeeded,
  idAsked,
  languages,
  referralNeeded,
  takesDonations,
  whatToBring,
  wheelchair,
  whoFor,
} from "@/features/kinds/fields";
import type { Kind } from "@/features/kinds/schema";

export const clothingCloset: Kind = {
  id: "clothing-closet",
  icon: {
    path: "M6.75 7.14L6.75 5.5C6.75 5.09 7.09 4.75 7.5 4.75C8.19 4.75 8.75 4.19 8.75 3.5C8.75 2.81 8.19 2.25 7.5 2.25C6.81 2.25 6.25 2.81 6.25 3.5C6.25 3.91 5.91 4.25 5.5 4.25C5.09 4.25 4.75 3.91 4.75 3.5C4.75 1.98 5.98 0.75 7.5 0.75C9.02 0.75 10.25 1.98 10.25 3.5C10.25 4.76 9.4 5.82 8.25 6.15L8.25 7.14L14.3 12.03C14.59 12.26 14.76 12.62 14.76 13C14.76 13.69 14.2 14.25 13.51 14.25L1.49 14.25C1.11 14.25 0.75 14.08 0.51 13.79C0.08 13.25 0.16 12.46 0.7 12.03L6.75 7.14ZM12.81 12.75L7.5 8.46L2.19 12.75L12.81 12.75Z",
    source: "temaki",
    viewBox: 15,
  },
  colour: "teal",
  words: {
    en: {
      one: "Clothing closet",
      many: "Clothing closets",
      about: "Clothes and shoes to choose from, free.",
      alsoCalled: [
        "clothes closet",
        "clothing",
        "clothes",
        "clothing bank",
        "clothes bank",
        "free clothes",
        "free clothing",
        "career closet",
        "clothing exchange",
        "clothes swap",
        "clothing swap",
        "thrift giveaway",
        "wardrobe",
        "community closet",
      ],
      everyday: `
        shoes, shoe, boots, socks, sneakers, trainers, sandals, slippers, work boots, work
        clothes, school shoes, pants, pant, trousers, jeans, shorts, leggings, sweatpants,
        shirt, shirts, t shirt, t shirts, tshirt, tshirts, tee, blouse, blouses, dress, dresses,
        prom dress, skirt, skirts, underwear, undies, underpants, boxers, bra, bras, tights,
        pajamas, pyjamas, suit, suits, interview clothes, interview suit, job interview clothes,
        clothes for an interview, professional clothes, business clothes, dress for success,
        school uniform, school uniforms, uniform, uniforms, scrubs, men s clothes, mens clothes,
        men s clothing, mens clothing, clothes for men, women s clothes, womens clothes, women s
        clothing, womens clothing, clothes for women, plus size clothes, clothes for work,
        school clothes, back to school clothes, summer clothes, used clothes, used clothing,
        second hand clothes, secondhand clothes, outfit, outfits, belt, swimsuit, something to
        wear, clothes to wear, dry clothes, clean clothes, change of clothes, thrift store,
        thrift shop, thrift, garments, apparel
      `,
    },
    es: {
      one: "Ropero comunitario",
      many: "Roperos comunitarios",
      about: "Ropa y zapatos para elegir, gratis.",
      alsoCalled: [
        "ropero",
        "ropa",
        "ropa gratis",
        "banco de ropa",
        "armario comunitario",
        "armario solidario",
        "closet de ropa",
        "intercambio de ropa",
        "vestuario",
      ],
      everyday: `
        zapatos, zapato, botas, bota, calcetines, calcetín, calcetas, medias, tenis, zapatillas,
        zapatos para la escuela, sandalias, chanclas, pantuflas, pantalón, pantalones, vaqueros,
        mezclilla, pantalón corto, bermudas, camisa, camisas, camiseta, camisetas, playera,
        playeras, remera, remeras, blusa, blusas, vestido, vestidos, falda, faldas, pollera,
        ropa interior, calzones, calzoncillos, bragas, brasier, brasieres, sostén, sujetador,
        pijama, pijamas, traje, trajes, ropa para entrevista, ropa de entrevista, ropa para una entrevista, ropa de
        trabajo, ropa para trabajar, uniforme, uniformes, uniforme escolar, uniformes escolares,
        ropa escolar, ropa para la escuela, ropa de hombre, ropa para hombre, ropa de hombres,
        ropa de mujer, ropa para mujer, ropa de mujeres, ropa de caballero, ropa de dama, ropa
        usada, ropa de segunda mano, ropa limpia, ropa seca, ropa de verano, prendas, prendas de
        vestir, algo que ponerme, cinturón, ropita, ropa y zapatos, vestimenta
      `,
    },
  },
  fields: [
    referralNeeded,
    idAsked,
    appointmentNeeded,
    takesDonations,
    whoFor,
    wheelchair,
    whatToBring,
    languages,
  ],
  decidingField: referralNeeded.id,
  freshness: { freshDays: 60 },
  osm: {
    read: [{ amenity: "social_facility", social_facility: "clothing_bank" }],
    write: { amenity: "social_facility", social_facility: "clothing_bank" },
  },
  hsdsTerms: ["Clothing", "Clothing Banks"],
};
