import type { KindId } from "@/features/kinds/schema";
import { everydayWords as listed } from "@/features/kinds/words/listed/rules";

const food = ["food-pantry", "free-meal", "community-fridge", "little-pantry"] as const;
const warmth = ["coat-drive", "clothing-closet"] as const;

/**
 * Everyday words that mean several kinds at once, with what they mean. A kind's own everyday words
 * stand in its file in the catalogue.
 */
export const severalMeant: readonly (readonly [readonly KindId[], readonly string[]])[] = [
  [
    food,
    listed(`
      food, foods, free food, something to eat, anything to eat, a bite to eat, eat, eats, hungry, hunger,
      starving, i am hungry, i have no food, no food, out of food, need to eat, feed my family,
      feed my kids, feed my children, groceries, grocery, free groceries, bread, milk, eggs, cheese,
      butter, rice, beans, lentils, cereal, oatmeal, oats, pasta, noodles, spaghetti, meat, chicken,
      beef, pork, fish, tuna, ham, turkey meat, produce, vegetables, veggies, vegetable, fruit, fruits,
      fruits and vegetables, fruit and vegetables, fresh food, fresh produce, salad, potatoes, apples,
      bananas, tomatoes, onions, carrots, peanut butter, jelly, jam, flour, sugar, salt, oil, cooking oil,
      snacks, snack, chips, cookies, crackers, juice, soda, yogurt, dairy, cake, pastries, bagels,
      tortillas, leftovers, leftover food, surplus food, meals and groceries, food help, food aid,
      food assistance, food support, help with food, nutrition,
      comida, comidas, comida gratis, alimentos, alimento, alimentos gratis, algo de comer, algo para comer,
      que comer, comer, hambre, tengo hambre, hambriento, hambrienta, no tengo comida, sin comida,
      no tengo que comer, no tengo nada que comer, dar de comer, mandado, el mandado, compra de comida,
      ayuda alimentaria, pan, leche, huevos, queso, mantequilla, arroz, frijoles, frijol, porotos,
      habichuelas, judias, lentejas, garbanzos, cereal, cereales, avena, fideos, carne, pollo, cerdo, res,
      pescado, atun, jamon, verduras, verdura, vegetales, fruta, frutas, frutas y verduras,
      frutas y vegetales, papas, patatas, manzanas, platanos, bananos, tomates, jitomates, cebolla,
      zanahorias, crema de cacahuate, mantequilla de mani, harina, azucar, sal, aceite, aceite de cocina,
      galletas, jugo, zumo, yogur, lacteos, pastel, pan dulce, tortilla, sobras, maiz, masa,
      hortalizas, viveres y comida
    `),
  ],
  [
    ["free-meal", "food-pantry"],
    listed(`
      thanksgiving, thanksgiving food, turkey, turkeys, turkey giveaway, holiday food, christmas food,
      food for christmas, pavo, accion de gracias, dia de accion de gracias, comida de navidad, meals for seniors at home
    `),
  ],
  [
    ["food-pantry", "little-pantry"],
    listed("canned food, canned foods, tins, tinned food, conservas"),
  ],
  [
    ["clothing-closet", "baby-supplies"],
    listed(`
      childrens clothes, children s clothes, kids clothes, kid s clothes, kids clothing, toddler clothes,
      childrens clothing, clothes for kids, clothes for children, clothes for toddlers, ropa infantil,
      ropa de nino, ropa de nina, ropa de ninos, ropa para nino, ropa para nina, ropa para ninos,
      ropa de ninas, ropa para ninas, maternity clothes, maternity clothing, maternity wear,
      ropa de maternidad, ropa de embarazada, ropa para embarazadas, ropa premama
    `),
  ],
  [
    warmth,
    listed(`
      coat, warm coat, winter coat, kids coat, jacket, warm jacket, winter jacket, parka, sweater, jumper,
      fleece, hoodie, hoodies, raincoat, rain jacket, poncho, snowsuit, snow pants, snow boots,
      winter boots, warm clothes, winter clothes, winter clothing, winter gear, warm socks, thermals,
      long johns, thermal underwear, blanket, blankets, quilt, comforter, duvet, sleeping bag,
      sleeping bags, gloves, mittens, hat, hats, beanie, beanies, winter hat, scarf, scarves, earmuffs,
      hand warmers,
      abrigo, abrigo de invierno, chamarra, chaqueta, campera, chompa, sueter, jersey, pulover, sudadera,
      impermeable, gabardina, chubasquero, rompevientos, ropa de invierno, ropa de abrigo, ropa abrigada,
      ropa caliente, ropa termica, cobija, manta, frazada, frazadas, edredon, cobertor, colcha,
      saco de dormir, bolsa de dormir, guantes, mitones, gorro, gorros, gorra, bufanda, botas de invierno,
      botas de nieve, calcetines gruesos
    `),
  ],
  [
    ["give-box", "tool-library"],
    ["toys", "juguetes", "games", "board games", "juegos"],
  ],
  [
    ["period-supplies", "toilets-showers"],
    listed(`
      soap, toothbrush, toothpaste, shampoo, conditioner, deodorant, razors, razor, shaving, lotion,
      hygiene, personal hygiene, personal care, toiletries, hand sanitizer, sanitiser, toilet paper,
      toilet roll, tissues, floss, comb, jabon, cepillo de dientes, pasta de dientes, crema dental,
      dentifrico, champu, shampu, acondicionador, desodorante, rasuradoras, maquinillas, afeitarme,
      higiene, higiene personal, aseo personal, articulos de aseo, utiles de aseo, papel higienico,
      papel de bano, gel antibacterial, panuelos, peine
    `),
  ],
  [["toilets-showers", "water"], listed("hot water, running water, agua caliente, agua corriente")],
  [
    ["seed-library", "community-garden"],
    listed(`
      seedlings, seedling, saplings, gardening, gardening supplies, plants, plantas, plant, planta,
      plantones, plantulas, jardineria
    `),
  ],
  [
    ["give-box", "clothing-closet"],
    listed(`
      towels, towel, sheets, bed sheets, bedsheets, bedding, linens, pillows, pillow,
      curtains, toallas, toalla, toallas de bano, sabanas, ropa de cama, almohadas, almohada,
      cortinas
    `),
  ],
  [
    ["give-box", "clothing-closet"],
    listed(`
      backpack, backpacks, bookbag, suitcase, bags, handbag, mochila, mochilas, maleta, bolsos
    `),
  ],
  [
    ["little-free-library", "charging-wifi"],
    listed(`
      public library, libraries, library, bibliotecas, biblioteca, biblioteca publica
    `),
  ],
  [
    ["warming-centre", "cooling-centre"],
    listed(`
      somewhere to sit, place to rest, somewhere indoors, get indoors, donde descansar, lugar
      para descansar
    `),
  ],
];
