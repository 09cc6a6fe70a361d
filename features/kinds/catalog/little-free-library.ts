import { bookLanguages, childrensBooks, indoors, wheelchair } from "@/features/kinds/fields";
import type { Kind } from "@/features/kinds/schema";

export const littleFreeLibrary: Kind = {
  id: "little-free-library",
  icon: {
    path: "M7.5.5 14 4.4V6H1V4.4zM2 6.6h11v5.2H8.5v3h-2v-3H2zM3.2 7.4v3.5h8.6V7.4zM4 8.2h1.5v2.7H4zM6.4 7.4h1.5v3.5H6.4zM8.8 8.3l1.4-.4.8 3H9.5z",
    source: "cup-of-sugar",
    viewBox: 15,
  },
  colour: "plum",
  words: {
    en: {
      one: "Little free library",
      many: "Little free libraries",
      about: "A box of books: take one, leave one.",
      alsoCalled: [
        "free library",
        "little library",
        "book box",
        "book exchange",
        "book swap",
        "bookcase",
        "public bookcase",
        "street library",
        "sidewalk library",
        "free books",
        "lfl",
        "neighborhood library box",
        "take a book leave a book",
      ],
    },
    es: {
      one: "Pequeña biblioteca libre",
      many: "Pequeñas bibliotecas libres",
      about: "Una caja de libros: toma uno, deja uno.",
      alsoCalled: [
        "biblioteca libre",
        "bibliotequita",
        "pequeña biblioteca",
        "minibiblioteca",
        "biblioteca callejera",
        "casita de libros",
        "caja de libros",
        "libros gratis",
        "intercambio de libros",
        "librería libre",
      ],
    },
  },
  fields: [childrensBooks, bookLanguages, wheelchair, indoors],
  freshness: { freshDays: 180 },
  osm: { read: [{ amenity: "public_bookcase" }], write: { amenity: "public_bookcase" } },
  hsdsTerms: ["Book Exchanges", "Libraries"],
};
