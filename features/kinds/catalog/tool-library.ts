import {
  freeOfCharge,
  idAsked,
  membershipNeeded,
  takesDonations,
  whatToBring,
  wheelchair,
} from "@/features/kinds/fields";
import type { Kind } from "@/features/kinds/schema";

export const toolLibrary: Kind = {
  id: "tool-library",
  icon: {
    path: "M5.55 1.67C5.8 1.99 5.99 2.33 6.11 2.7C6.23 3.07 6.27 3.81 6.27 3.81C6.27 3.81 6.17 4.55 6.03 4.9C5.88 5.25 5.66 5.57 5.38 5.85C5.19 6.04 4.5 6.5 4 6.5C4 6.5 4 12 4 13.5C4 15 2 15 2 13.5C2 12.5 2 6.5 2 6.5C1.5 6.5 1.11 6 0.93 5.83C0.63 5.53 0.4 5.18 0.24 4.79C0.08 4.39 0 4 0 3.6C0 3.21 0.07 2.82 0.22 2.43C0.37 2.05 0.59 1.71 0.89 1.41C1.18 1.12 1.51 0.9 1.89 0.74C2.27 0.59 2.67 0.5 3.07 0.5L1.8 3.28L2.7 4.58L4.25 4.44zM15 0.5L13.5 0.5C13.5 1 13 1.5 12.5 1.5C12 1.5 11.08 1.5 10 1.5C8.5 1.5 7 3.55 7 5C8 4.05 8.39 4 10 4L10 13.5C10 15 12 15 12 13.5C12 12 12 4 12 4L12.5 4C13 4 13.5 4.5 13.5 5L15 5C15 5 15 0.5 15 0.5z",
    source: "temaki",
    viewBox: 15,
  },
  colour: "earth",
  words: {
    en: {
      one: "Tool library",
      many: "Tool libraries",
      about: "Tools and other things to borrow.",
      alsoCalled: [
        "tool lending library",
        "tool share",
        "tool sharing",
        "library of things",
        "tool bank",
        "lending library",
        "tools",
        "toy library",
        "repair cafe",
        "equipment library",
        "borrow shop",
      ],
      everyday: `
        hammer, hammers, drill, drills, saw, saws, hand saw, ladder, ladders, screwdriver,
        screwdrivers, wrench, wrenches, pliers, nails, shovel, shovels, rake, rakes, hoe,
        wheelbarrow, lawn mower, lawnmower, mower, hedge trimmer, weed whacker, leaf blower,
        chainsaw, chain saw, generator, generators, pressure washer, sander, paint brush, paint
        brushes, paint roller, tile cutter, toolbox, tool, power tools, hand tools, garden
        tools, borrow tools, borrow a tool, rent tools, sewing machine, sewing machines, bike
        repair, bicycle repair, repair, repairs, fix my bike, bike tools, bike pump, bicycle
        pump, repair shop, fix, fix it clinic, loan tools, camping gear, camping
        equipment, tent, tents, pump, snow shovel, jump starter, car jack, folding tables,
        projector,
      `,
    },
    es: {
      one: "Biblioteca de herramientas",
      many: "Bibliotecas de herramientas",
      about: "Herramientas y otras cosas para pedir prestadas.",
      alsoCalled: [
        "herramientas",
        "préstamo de herramientas",
        "herramientas prestadas",
        "biblioteca de cosas",
        "banco de herramientas",
        "ludoteca",
        "biblioteca de juguetes",
      ],
      everyday: `
        martillo, taladro, taladros, sierra eléctrica, serrucho, sierra de mano, escalera,
        escaleras, destornillador, destornilladores, desarmador, llave inglesa, pinzas,
        alicates, clavos, pala, palas, rastrillo, carretilla, cortadora de césped, cortacésped,
        podadora, motosierra, generador, generadores, planta eléctrica, hidrolavadora, lijadora,
        brocha, rodillo de pintura, caja de herramientas, herramienta, herramientas de jardín,
        herramientas eléctricas, máquina de coser, bicicleta, bicicletas, reparar, reparación,
        reparaciones, reparar mi bicicleta, reparar bicicletas, arreglar mi bici, arreglar,
        taller de bicicletas, inflador, bomba de bicicleta,
        tienda de campaña, carpa, equipo para acampar
      `,
    },
  },
  fields: [membershipNeeded, freeOfCharge, idAsked, wheelchair, whatToBring, takesDonations],
  decidingField: membershipNeeded.id,
  freshness: { freshDays: 180 },
  osm: {
    read: [{ amenity: "tool_library" }, { amenity: "toy_library" }],
    write: { amenity: "tool_library" },
  },
  hsdsTerms: ["Tool Lending Libraries", "Home Maintenance"],
};
