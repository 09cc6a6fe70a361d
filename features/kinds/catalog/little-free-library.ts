import {
  bookLanguages,
  childrensBooks,
  idAsked,
  indoors,
  nobodyAsks,
  referralNeeded,
  wheelchair,
} from "@/features/kinds/fields";
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
      everyday: `
        book, books, something to read, read, reading books, kids books, childrens
        books, children s books, picture books, books for kids, textbooks, text books, novels,
        novel, comics, magazines, used books, second hand books, storybooks, book sharing,
        bookshelf, book shelf, borrow books, donate books
      `,
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
      everyday: `
        libro, libros, algo para leer, leer, lectura, libros infantiles, libros para niños,
        cuentos, libros de texto, libros escolares, novelas, novela, revistas, historietas,
        cómics, libros usados, libros de segunda mano, estantería de libros, donar libros,
        librero
      `,
    },
  },
  fields: [childrensBooks, bookLanguages, wheelchair, indoors, idAsked, referralNeeded],
  byNature: nobodyAsks,
  freshness: { freshDays: 180 },
  osm: { read: [{ amenity: "public_bookcase" }], write: { amenity: "public_bookcase" } },
  hsdsTerms: ["Book Exchanges", "Libraries"],
};
