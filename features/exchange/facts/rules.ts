import {
  appointmentNeeded,
  changingTable,
  customersOnly,
  delivery,
  drinkingWater,
  freeOfCharge,
  halal,
  idAsked,
  indoors,
  kosher,
  petsWelcome,
  referralNeeded,
  showers,
  takeaway,
  vegetarian,
  wheelchair,
} from "@/features/kinds/fields";
import { languageName, languagesIn } from "@/features/kinds/languages/rules";
import { languageCodes } from "@/features/kinds/languages/schema";
import type { Fact, Field } from "@/features/kinds/schema";
import { fold } from "@/lib/text";
import { columnName } from "../columns/rules";
import { shorten } from "../mending/rules";
import { type Said, saidInClause } from "./sentences/rules";

/** What the yes and the no of a column say of the fact. */
type Column = { fact: Field; yes: Said; no: Said };

const columnsOf = (fact: Field, names: string, yes: Said = "yes", no: Said = "no") =>
  names.split(" ").map((name): [string, Column] => [name, { fact, yes, no }]);

/** Columns and OpenStreetMap keys that hold a yes or a no; spelled as `columnName` spells them. */
const columns = new Map<string, Column>([
  ...columnsOf(
    idAsked,
    "id_required id_needed id_asked requires_id photo_id_required identification_required identification_needed identificacion_requerida requiere_identificacion pide_identificacion",
  ),
  ...columnsOf(idAsked, "no_id no_id_required no_id_needed no_documents_required", "no", "unclear"),
  ...columnsOf(referralNeeded, "referral_required referral_needed requires_referral"),
  ...columnsOf(
    appointmentNeeded,
    "appointment_required appointment_needed appointment_only by_appointment_only requires_appointment reservation",
  ),
  ...columnsOf(appointmentNeeded, "walk_in walk_ins walk_ins_welcome", "no", "unclear"),
  ...columnsOf(
    wheelchair,
    "wheelchair wheelchair_accessible wheelchair_access ada_accessible handicap_accessible silla_de_ruedas",
  ),
  ...columnsOf(delivery, "delivery home_delivery delivers delivery_available a_domicilio"),
  ...columnsOf(halal, "halal diet_halal"),
  ...columnsOf(kosher, "kosher diet_kosher"),
  ...columnsOf(vegetarian, "vegetarian diet_vegetarian"),
  ...columnsOf(vegetarian, "vegan diet_vegan", "yes", "unclear"),
  ...columnsOf(takeaway, "takeaway", "yes", "no"),
  ...columnsOf(freeOfCharge, "fee", "no", "yes"),
  ...columnsOf(changingTable, "changing_table"),
  ...columnsOf(drinkingWater, "drinking_water"),
  ...columnsOf(indoors, "indoor indoors"),
  ...columnsOf(petsWelcome, "dog pets_welcome"),
  ...columnsOf(showers, "shower showers"),
]);

const languageColumn = /^(?:languages(?:_spoken)?|spoken_languages|staff_languages|idiomas)$/;
const osmLanguage = /^language_([a-z]{2,3})$/;

const yesCell = /^(?:yes|y|true|t|1|x|si|required|needed|available|only|designated|room)$/;
const noCell = /^(?:no|n|false|f|0|not required|not needed)$/;

function saidInCell({ yes, no }: Column, value: string): Said {
  if (yesCell.test(value)) return yes;
  return noCell.test(value) ? no : "unclear";
}

/** Only then are the sentences tried: most texts speak of something else, and there are many. */
const worthTrying =
  /\bi\.?ds?\b|identif|docum|papel|paper|proof|referral|app(?:oin)?t|walk|wheelchair|deliver|halal|kosher|vegetarian|speaks?\b|languages|habla\b|idiomas|\bcitas?\b|\bdni\b|derivaci|remisi|referencia/i;

const speaking =
  /\b(?:staff speaks?|we speak|languages (?:agency can provide|spoken)|se habla|idiomas)\b:? *(.+)$/;

/** "No se habla inglés", "we speak English but not Spanish": which one is denied is not told apart. */
const notSpeaking = /\b(?:no|not|nobody|never|without|sin|nadie)\b|n[\u2019']t\b/;

/** The clauses of a text, without accents and capitals; "I.D." is no end of a sentence. */
const clausesOf = (text: string) =>
  text
    .replace(/\bI\.D\./gi, "ID")
    .split(/[.;|•!]+(?=\s|$)|(?<=\?)\s|[\n"[\]]+|\\n/)
    .map(fold)
    .filter((clause) => worthTrying.test(clause));

/** A list in one cell, as JSON or in words, as words. */
const listed = (cell: string) =>
  cell
    .replace(/["[\]]+/g, " ")
    .replace(/\s+/g, " ")
    .replace(/ ?, ?/g, ", ")
    .trim();

export type FactsOfRow = {
  /** By the id of the field. */
  facts: Record<string, Fact["value"]>;
  /** The words of the list, where they certainly name a language. */
  languages: string | null;
};

type Header = { column: Column | undefined; isAccess: boolean; isLanguages: boolean; code: string };

const headers = new Map<string, Header>();
const mostHeaders = 5_000;

/** What a header means, by the last part of a nested one; `code` is that of OpenStreetMap's language:es. */
function headerOf(header: string): Header {
  const known = headers.get(header);
  if (known) return known;
  const name = columnName(header.slice(header.lastIndexOf(".") + 1));
  const code = osmLanguage.exec(name)?.[1] ?? "";
  const found = {
    column: columns.get(name),
    isAccess: name === "access",
    isLanguages: languageColumn.test(name),
    code: languageCodes.includes(code) ? code : "",
  };
  if (headers.size < mostHeaders) headers.set(header, found);
  return found;
}

/** Whether a column holds a fact. */
export function isFactColumn(header: string): boolean {
  const { column, isLanguages, code } = headerOf(header);
  return column !== undefined || isLanguages || code !== "";
}

/** What a row says, as far as it was read. */
class Reading {
  private readonly said = new Map<string, Set<Said>>();
  private readonly languages = new Set<string>();

  column({ column, isAccess, isLanguages, code }: Header, cell: string): void {
    if (isLanguages) this.languages.add(listed(cell));
    if (!column && !isAccess && !code) return;
    const value = fold(cell);
    if (column && value !== "") this.note(column.fact, saidInCell(column, value));
    if (isAccess && value === "customers") this.note(customersOnly, "yes");
    if (code && yesCell.test(value)) this.languages.add(languageName(code, "en"));
  }

  text(cell: string): void {
    if (!worthTrying.test(cell)) return;
    for (const clause of clausesOf(cell)) {
      for (const { fact, said } of saidInClause(clause)) this.note(fact, said);
      const { codes } = languagesIn(
        notSpeaking.test(clause) ? "" : (speaking.exec(clause)?.[1] ?? ""),
      );
      for (const code of codes) this.languages.add(languageName(code, "en"));
    }
  }

  /** What was said in one way only, and plainly. */
  certain(): FactsOfRow {
    const facts: FactsOfRow["facts"] = {};
    for (const [id, ways] of this.said) {
      const [only] = ways;
      if (ways.size === 1 && only && only !== "unclear") facts[id] = only;
    }
    const named = [...this.languages].filter((text) => languagesIn(text).codes.length > 0);
    return { facts, languages: named.length > 0 ? shorten(named.join(", "), 200) : null };
  }

  private note(fact: Field, said: Said): void {
    this.said.set(fact.id, (this.said.get(fact.id) ?? new Set()).add(said));
  }
}

/** What a row says for certain of the facts that filters ask for; whatever is unclear is left out. */
export function factsOfRow(values: Readonly<Record<string, string>>): FactsOfRow {
  const reading = new Reading();
  for (const [header, cell] of Object.entries(values)) {
    reading.column(headerOf(header), cell);
    reading.text(cell);
  }
  return reading.certain();
}
