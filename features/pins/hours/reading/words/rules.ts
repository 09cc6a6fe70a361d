import { fold } from "@/lib/text";

/** 0 is Monday, 6 is Sunday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** A reading of a clock as it is written; which half of the day may be left unsaid. */
export type ClockReading = {
  hour: number;
  minute: number;
  half: "am" | "pm" | "unsaid";
  /** Written as 24-hour clocks are: "09:00", "17:30", "9:00:00". */
  isTwentyFourHour: boolean;
  hasMinutes: boolean;
};

/** What a text about hours is made of. */
export type Token =
  | { type: "days"; days: readonly Weekday[] }
  | { type: "nth"; nth: number; isWord: boolean }
  | { type: "month" }
  | { type: "every" }
  | { type: "to" }
  | { type: "and" }
  | { type: "end" }
  | { type: "time"; reading: ClockReading }
  | { type: "all-day" }
  | { type: "closed" };

const week: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];

const dayNames: readonly (readonly string[])[] = [
  ["mo", "mon", "monday", "mondays", "lun", "lunes"],
  ["tu", "tue", "tues", "tuesday", "tuesdays", "martes"],
  ["we", "wed", "weds", "wednesday", "wednesdays", "mie", "miercoles"],
  ["th", "thu", "thur", "thurs", "thursday", "thursdays", "jue", "jueves"],
  ["fr", "fri", "friday", "fridays", "vie", "viernes"],
  ["sa", "sat", "saturday", "saturdays", "sab", "sabado", "sabados"],
  ["su", "sun", "sunday", "sundays", "dom", "domingo", "domingos"],
];

const ordinals: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  last: -1,
  primer: 1,
  primero: 1,
  primeros: 1,
  segundo: 2,
  segundos: 2,
  tercer: 3,
  tercero: 3,
  terceros: 3,
  cuarto: 4,
  cuartos: 4,
  ultimo: -1,
  ultimos: -1,
};

const words = new Map<string, Token>([
  ...dayNames.flatMap((names, index) =>
    names.map((name): [string, Token] => [
      name,
      { type: "days", days: week.slice(index, index + 1) },
    ]),
  ),
  ...Object.entries(ordinals).map(([word, nth]): [string, Token] => [
    word,
    { type: "nth", nth, isWord: true },
  ]),
  ["daily", { type: "days", days: week }],
  ["weekdays", { type: "days", days: [0, 1, 2, 3, 4] }],
  ["weekday", { type: "days", days: [0, 1, 2, 3, 4] }],
  ["weekends", { type: "days", days: [5, 6] }],
  ["weekend", { type: "days", days: [5, 6] }],
  ["m", { type: "days", days: [0] }],
  ["w", { type: "days", days: [2] }],
  ["f", { type: "days", days: [4] }],
  ["allday", { type: "all-day" }],
  ["month", { type: "month" }],
  ["every", { type: "every" }],
  ["each", { type: "every" }],
  ["ever", { type: "every" }],
  ["cada", { type: "every" }],
  ["closed", { type: "closed" }],
  ["cerrado", { type: "closed" }],
  ["cerrada", { type: "closed" }],
  ["off", { type: "closed" }],
  ["to", { type: "to" }],
  ["through", { type: "to" }],
  ["thru", { type: "to" }],
  ["until", { type: "to" }],
  ["till", { type: "to" }],
  ["a", { type: "to" }],
  ["al", { type: "to" }],
  ["hasta", { type: "to" }],
  ["-", { type: "to" }],
  ["and", { type: "and" }],
  ["y", { type: "and" }],
  ["&", { type: "and" }],
  ["+", { type: "and" }],
  ["/", { type: "and" }],
  [",", { type: "and" }],
  ["(", { type: "and" }],
  [")", { type: "and" }],
  [";", { type: "end" }],
  ["|", { type: "end" }],
  [".", { type: "end" }],
]);

/** Words that say nothing about when. */
const fillers = new Set(
  "open opens hours hrs hour from on the is are it between weekly only only: los las el la de del desde lo abierto abierta abre horario horas hora entre dia dias : at".split(
    " ",
  ),
);

/** Letters for days, run together: "mwf", "tth", "mtwthf". A lone T or S could be two days. */
const letterRun = /^(?:m|tu|t|w|th|f){2,}$/;
const letterDays: Readonly<Record<string, Weekday>> = { m: 0, tu: 1, t: 1, w: 2, th: 3, f: 4 };

/** Phrases in their one spelling; order matters. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [/\\n|[\r\n\v\f\u2028\u2029]+/g, " ; "],
  [/[\u2010-\u2015\u2212~]/g, "-"],
  [/[“”"'’*]/g, " "],
  [/\b([ap])\s?\.\s?m\b\.?/g, "$1m"],
  [/\b24\s?(?:\/|x)\s?7\b(?:\s?\/?\s?365)?/g, " everyday allday "],
  [/\b24[ -]?(?:hours?|hrs?|h|horas)\b(?: ?(?:a|per|al|por) (?:day|dia))?/g, " allday "],
  [
    /\b(?:7|seven) days? (?:a|per|\/) ?week\b|\bevery ?day\b|\btodos los dias\b|\bdiari(?:o|amente)\b/g,
    " daily ",
  ],
  [/\bo ?clock\b/g, " "],
  [/\b12(?::00)? ?(?:noon|mediodia)\b|\bnoon\b|\bmediodia\b/g, " 12:00pm "],
  [/\b12(?::00)? ?midnight\b|\bmidnight\b|\bmedianoche\b/g, " 12:00am "],
  [/\bde la (?:manana|madrugada)\b/g, "am"],
  [/\bde la (?:tarde|noche)\b/g, "pm"],
  [
    /\b(?:(?:of|in|de) )?(?:(?:the|each|every|a|el|cada) )?(?:month|mes)\b|\bdel mes\b|\bmonthly\b/g,
    " month ",
  ],
  [/\bbetween ([^;]*?) and (?=\d)/g, " $1 to "],
  [/\b([1-5])(?:er|do|ro|to|º|°|ª)(?= )/g, "$1th"],
];

const lexeme =
  /\s*(?:(?<ordinal>[1-5])(?:st|nd|rd|th)\b|(?<hour>\d{1,2})(?:[:.h](?<minute>\d{2})(?<second>:\d{2})?)?h?(?:\s?(?<half>[ap]m)\b|(?<letter>[ap])\b)?(?![\d:])|(?<packed>\d{3,4})\s?(?<packedHalf>[ap]m)\b|(?<word>[a-z]+)|(?<sign>[^\sa-z\d]))/y;

function oneSpelling(text: string): string {
  const lowered = fold(text.replace(/[\r\n]+/g, " ; "));
  return phrases.reduce((soFar, [pattern, spelling]) => soFar.replace(pattern, spelling), lowered);
}

type Groups = Record<string, string | undefined>;

function timeToken(groups: Groups): Token | null {
  const packed = groups.packed;
  const hour = Number(packed ? packed.slice(0, -2) : groups.hour);
  const minute = Number(packed ? packed.slice(-2) : (groups.minute ?? 0));
  const letter = groups.letter ? `${groups.letter}m` : undefined;
  const half = groups.half ?? groups.packedHalf ?? letter ?? "unsaid";
  if (hour > 24 || minute > 59 || (half !== "unsaid" && (hour === 0 || hour > 12))) return null;
  const startsWithZero = groups.hour?.startsWith("0") ?? false;
  return {
    type: "time",
    reading: {
      hour,
      minute,
      half: half === "am" || half === "pm" ? half : "unsaid",
      isTwentyFourHour:
        half === "unsaid" && (hour > 12 || startsWithZero || groups.second !== undefined),
      hasMinutes: packed !== undefined || groups.minute !== undefined,
    },
  };
}

function wordTokens(word: string): readonly Token[] | null {
  if (fillers.has(word)) return [];
  if (word === "everyday") return [{ type: "days", days: week }];
  const known = words.get(word);
  if (known) return [known];
  if (!letterRun.test(word)) return null;
  const letters = word.match(/tu|th|[mtwf]/g) ?? [];
  return letters.map((letter) => ({ type: "days", days: [letterDays[letter] ?? 0] }));
}

/** The parts of a text about hours, or null when any of its words is not one of ours. */
export function tokensOf(text: string): Token[] | null {
  const spelled = oneSpelling(text);
  const tokens: Token[] = [];
  lexeme.lastIndex = 0;
  while (lexeme.lastIndex < spelled.trimEnd().length) {
    const groups = lexeme.exec(spelled)?.groups;
    if (!groups) return null;
    const found = groups.ordinal
      ? [{ type: "nth" as const, nth: Number(groups.ordinal), isWord: false }]
      : groups.hour || groups.packed
        ? [timeToken(groups)]
        : wordTokens(groups.word ?? groups.sign ?? "");
    if (!found) return null;
    for (const token of found) {
      if (token === null) return null;
      tokens.push(token);
    }
  }
  return tokens;
}
