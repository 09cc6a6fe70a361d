import { appointmentNeeded, idAsked, referralNeeded } from "@/features/kinds/fields";
import type { Field } from "@/features/kinds/schema";

/** What may be asked of people, as texts call it when they say that it is not, folded. */
const barriers: readonly { fact: Field | null; things: string }[] = [
  {
    fact: idAsked,
    things:
      "(?:(?:photo|picture|valid|government[- ]issued|proof of|forms? of) )*(?:ids?|identification|documents?|documentation|paperwork|papers|identificacion(?: oficial)?|documentos?(?: de identidad)?|papeles|dni)",
  },
  {
    fact: referralNeeded,
    things: "(?:referrals?|derivacion|remision|(?:carta de )?referencia)(?: letters?)?",
  },
  {
    fact: appointmentNeeded,
    things: "(?:appointments?|appts?|citas?(?: previas?)?|turno)",
  },
  // Taken out with its no, since what is left would read as a demand.
  { fact: null, things: "(?:proof of (?!id)[\\w-]+|comprobante de [\\w-]+)" },
];

const articles =
  "(?:(?:an?|any|your|their|the|our|people's|some|una?|ninguna?|ningun|su|tu|la|el) )*";
const other =
  "(?:proof of |comprobante de )?[\\w-]+(?: (?!or\\b|and\\b|nor\\b|is\\b|are\\b)[\\w-]+)?";
const or = "(?:,? (?:or|nor|o|u|ni)(?: for| de)? | ?/ ?)";

/** What else is not asked for, named before ("papers or") or behind ("or proof of address"). */
const before = `(?:(?:${articles}${other}, ){0,3}${articles}${other}${or})?`;
const behind = `(?:(?:, ${articles}${other}){0,3}${or}${articles}${other})?`;

const needed =
  "(?:needed|necessary|required|requested|mandatory|asked for|asked|checked|checks?|expected|requerid[oa]s?|necesari[oa]s?)";
const shows = "(?:show|bring|present|provide|have|carry)";
const asks = `(?:(?:be )?ask(?:s|ed|ing)?(?: (?:you|people|anyone|anybody|guests|clients|families|visitors|neighbou?rs))? (?:for|to (?:see|show|bring|provide))|requires?|needs?|requests?|checks?|demands?|collects?|(?:be )?(?:need|have|has|needs|required|expected|going|asked|obliged|necessary|needed) to ${shows})`;
const pide =
  "(?:pide[ns]?|pedimos|pedira[ns]?|pediremos|requiere[ns]?|requerimos|exige[ns]?|exigimos|solicita[ns]?|solicitamos|necesita[ns]?|necesitamos|hace falta|es necesari[oa]|es obligatori[oa]|pedir(?:te|le|les)?|hay que|tienes? que|tienen que|debe[ns]?)";
const llevar = "(?:(?:llevar|traer|mostrar|presentar|ensenar|tener|pedir) )?";

/** Every plain way to say that a thing is not asked for. */
const denialsOf = (things: string): RegExp[] =>
  [
    `(?:no|neither) ${before}${articles}${things}${behind} (?:(?:is|are|will|be|es|son) )*${needed}`,
    `${things}${behind} (?:(?:is|are|will|accepted|welcome|but) )*(?:not|never) (?:be )?${needed}`,
    `not (?:even )?${asks} ${before}${articles}${things}${behind}`,
    `(?:never|nobody|no[- ]one|none of us) (?:(?:will|would|here|is|going to|even) )*${asks} ${before}${articles}${things}${behind}`,
    `(?:no|without) need (?:to (?:${shows}|ask for)|for|of) ${before}${articles}${things}${behind}`,
    `with or without ${articles}${things}`,
    `(?:no|nunca|nadie|tampoco) (?:(?:se|te|le|les|os|va a|van a|vamos a) )*${pide} ${llevar}${before}${articles}${things}${behind}`,
    `sin (?:necesidad de )?(?:pedir|mostrar|presentar|llevar|traer) ${before}${articles}${things}`,
  ].map((pattern) => new RegExp(`\\b${pattern}\\b`, "g"));

/** "Sin cita" as a whole part of a sentence. */
const sin = (things: string) =>
  new RegExp(
    `(?:(?:^|[,:/] ?|\\by )sin |\\bni )${articles}${things}(?= *(?:$|[,/:~]| y | ni ))`,
    "g",
  );

/** "No ID" as a whole part of a sentence; "no ID, no food" is the contrary. */
const bareId = (things: string) =>
  new RegExp(
    `(?:^|[,:/] ?)no ${things}(?= *(?:$|[/~]|, (?!no )|[, -]+no (?:problem|worries|questions?|referrals?|appointments?|income|proof|address|registration|papers|paperwork|documents)))`,
    "g",
  );

type Denials = { fact: Field | null; mentioned: RegExp; patterns: readonly RegExp[] };

const mentionOf = (things: string) => new RegExp(`\\b${things}\\b`);

const plain: readonly Denials[] = barriers.map(({ fact, things }) => ({
  fact,
  mentioned: mentionOf(things),
  patterns: denialsOf(things),
}));
const bare: readonly Denials[] = barriers.map(({ fact, things }) => ({
  fact,
  mentioned: mentionOf(things),
  patterns: fact === idAsked ? [sin(things), bareId(things)] : [sin(things)],
}));

/** The facts that a clause denies, each looked for in the whole of it, and the clause without that. */
function takeOut(denials: readonly Denials[], clause: string): { facts: Field[]; rest: string } {
  const denied = denials.filter(
    ({ mentioned, patterns }) =>
      mentioned.test(clause) && patterns.some((pattern) => clause.search(pattern) >= 0),
  );
  const rest = denied
    .flatMap(({ patterns }) => patterns)
    .reduce((left, pattern) => left.replace(pattern, "~"), clause);
  return { facts: denied.flatMap(({ fact }) => fact ?? []), rest };
}

/** What a clause says outright is not asked for: "nobody asks for ID", "no hace falta cita". */
export const plainDenials = (clause: string) => takeOut(plain, clause);

/** The same in two words, "no ID", "sin cita", for a clause that refuses nothing else. */
export const bareDenials = (clause: string) => takeOut(bare, clause);
