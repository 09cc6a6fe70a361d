import { kinds, phrasesOf } from "@/features/kinds/index";
import type { KindId } from "@/features/kinds/schema";
import { lettersApart, mostWrong } from "@/lib/spelling";
import { foldWords } from "@/lib/text";

const food = ["food-pantry", "free-meal", "community-fridge", "little-pantry"] as const;
const warmth = ["coat-drive", "clothing-closet"] as const;

/** Words that mean several kinds at once; a list's own words never mean so much. */
const everydayWords: readonly (readonly [readonly KindId[], readonly string[]])[] = [
  [
    food,
    [
      ...[
        "food",
        "foods",
        "something to eat",
        "eat",
        "hungry",
        "groceries",
        "bread",
        "milk",
        "eggs",
      ],
      ...["vegetables", "fruit", "canned food", "comida", "alimentos", "algo de comer", "comer"],
      ...["hambre", "tengo hambre", "mandado", "pan", "leche", "huevos", "verduras"],
      ...["fruta", "i am hungry"],
    ],
  ],
  [
    warmth,
    [
      ...["coat", "warm coat", "winter coat", "jacket", "warm jacket", "parka", "sweater"],
      ...["warm clothes", "winter clothes", "blanket", "abrigo", "chamarra", "chaqueta", "campera"],
      ...["sueter", "ropa de invierno", "ropa de abrigo", "cobija", "manta"],
    ],
  ],
  [["clothing-closet"], ["shoes", "boots", "socks", "zapatos", "botas", "calcetines"]],
  [["free-meal"], ["lunch", "dinner", "breakfast", "supper", "almuerzo", "cena", "desayuno"]],
  [["little-free-library"], ["book", "something to read", "libro", "lectura"]],
  [
    ["give-box", "tool-library"],
    ["toys", "juguetes"],
  ],
  [["give-box"], ["furniture", "household goods", "muebles", "regalos"]],
  [
    ["charging-wifi"],
    [
      ...["charge my phone", "charge phone", "phone charger", "charger", "charge a phone", "plug"],
      ...["electricity", "computer", "print", "cargador", "cargar mi telefono", "electricidad"],
      ...["cargar mi celular", "cargar el celular", "cargar el movil", "computadora", "ordenador"],
    ],
  ],
  [
    ["toilets-showers"],
    [
      ...["wash", "take a shower", "have a shower", "loo", "pee", "laundry", "banarme", "ducharme"],
      ...["lavabo", "lavanderia", "lavar ropa"],
    ],
  ],
  [
    ["period-supplies", "toilets-showers"],
    ["soap", "toothbrush", "hygiene", "jabon", "higiene"],
  ],
  [["period-supplies"], ["period", "menstruation", "sanitary pads", "regla", "menstruacion"]],
  [["warming-centre"], ["warm up", "get warm", "get out of the cold", "calentarme", "frio"]],
  [["cooling-centre"], ["cool down", "air conditioning", "heat wave", "calor", "refrescarme"]],
  [["water"], ["something to drink", "thirsty", "drink", "sed", "algo de beber", "beber"]],
  [["pet-food"], ["dog", "cat", "perro", "gato", "cat litter", "arena para gatos"]],
  [["community-garden"], ["plants", "grow vegetables", "plantas", "cultivar"]],
  [["tool-library"], ["drill", "ladder", "borrow tools", "taladro", "escalera"]],
];

/** Words around a need that say nothing about it: "where can I get", "necesito". */
const fillers = new Set([
  ...["a", "an", "any", "anywhere", "can", "do", "find", "for", "free", "get", "give", "have", "i"],
  ...[
    "in",
    "is",
    "looking",
    "me",
    "my",
    "need",
    "of",
    "place",
    "places",
    "please",
    "some",
    "someone",
  ],
  ...["somewhere", "the", "there", "to", "want", "we", "where", "with"],
  ...[
    "algun",
    "alguna",
    "algunos",
    "algunas",
    "busco",
    "conseguir",
    "de",
    "donde",
    "el",
    "encontrar",
  ],
  ...["gratis", "gratuita", "gratuito", "hay", "la", "las", "los", "lugar", "lugares", "mi", "mis"],
  ...[
    "necesito",
    "para",
    "por",
    "favor",
    "puedo",
    "que",
    "quiero",
    "se",
    "tengo",
    "un",
    "una",
    "unos",
  ],
  ...["unas"],
]);

/** One form for a word's singular and plural, in English and Spanish alike. */
const stem = (word: string) =>
  word.length < 4
    ? word
    : word
        .replace(/ies$/, "y")
        .replace(/s$/, "")
        .replace(/(?<=..)e$/, "");
const stems = (text: string) => foldWords(text).split(" ").map(stem).join(" ");

/** The words that tell what is meant, each once and in one form: "Some warm coats, please" is warm, coat. */
export const tellingWords = (text: string): readonly string[] => [
  ...new Set(
    foldWords(text)
      .split(" ")
      .filter((word) => word.length > 1 && !fillers.has(word))
      .map(stem),
  ),
];

type Phrase = { spoken: string; stems: string; kinds: readonly KindId[] };

/** Every phrase with the kinds it means; where a kind has the word of several, all are meant. */
const phrases: readonly Phrase[] = [
  ...everydayWords.flatMap(([meant, words]) =>
    words.map((word) => ({ spoken: foldWords(word), kinds: meant })),
  ),
  ...kinds.flatMap((kind) => phrasesOf(kind).map((spoken) => ({ spoken, kinds: [kind.id] }))),
].map((phrase) => ({ ...phrase, stems: stems(phrase.spoken) }));

const byStems = new Map<string, readonly KindId[]>();
for (const phrase of phrases) {
  if (!byStems.has(phrase.stems)) byStems.set(phrase.stems, phrase.kinds);
}

/** The words without those around the need: at the edges, then anywhere. */
function withoutFillers(words: readonly string[]): readonly (readonly string[])[] {
  const isTelling = (word: string) => !fillers.has(word);
  const first = words.findIndex(isTelling);
  if (first < 0) return [];
  const edges = words.slice(first, words.findLastIndex(isTelling) + 1);
  return [edges, words.slice(first), words.filter(isTelling)];
}

/** The longest phrase has fewer words than this. */
const mostWords = 12;

const called = (text: string) => byStems.get(stems(text)) ?? [];

/** The kinds that each of the words means by itself: "diapers for my baby". */
function meantByEach(words: readonly string[]): readonly KindId[] {
  const [first = [], ...others] = words.filter((word) => !fillers.has(word)).map(called);
  return first.filter((kind) => others.every((meant) => meant.includes(kind)));
}

/** The kinds that a need in everyday words means ("somewhere to charge my phone"), or none. */
export function kindsMeantBy(text: string): readonly KindId[] {
  const words = foldWords(text).split(" ");
  if (words.length > mostWords) return [];
  for (const some of [words, ...withoutFillers(words)]) {
    const meant = called(some.join(" "));
    if (meant.length > 0) return meant;
  }
  return meantByEach(words);
}

/** The phrase that is spelled most like the text, and by how many letters it differs. */
function likestPhrase(text: string): { phrase: Phrase; apart: number } | null {
  const most = mostWrong(text.length);
  let best: { phrase: Phrase; apart: number } | null = null;
  for (const phrase of phrases) {
    const apart = lettersApart(text, phrase.spoken, most);
    // Of a short phrase the first letter is seldom wrong: "vater" is not "water".
    const isUnlike = most < 2 && phrase.spoken[0] !== text[0];
    if (isUnlike || apart > most || apart >= (best?.apart ?? most + 1)) continue;
    best = { phrase, apart };
  }
  return best;
}

/** The kinds whose words are spelled nearly like that ("fodo pantry"), the likest ones. */
export function kindsSpelledLike(text: string): readonly KindId[] {
  const words = foldWords(text).split(" ");
  const telling = withoutFillers(words)[0] ?? [];
  if (telling.length === 0 || words.length > mostWords) return [];
  const found = [words, telling].flatMap((some) => likestPhrase(some.join(" ")) ?? []);
  return found.toSorted((a, b) => a.apart - b.apart)[0]?.phrase.kinds ?? [];
}

/** The kinds with a word that begins like that, in the catalogue's order, for suggestions. */
export function kindsBeginningWith(text: string): readonly KindId[] {
  const begun = foldWords(text);
  if (begun.length < 2) return [];
  const found = phrases.filter(({ spoken }) => spoken.startsWith(begun));
  const meant = new Set(found.flatMap((phrase) => phrase.kinds));
  return kinds.flatMap(({ id }) => (meant.has(id) ? [id] : []));
}
