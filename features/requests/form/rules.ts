import type { z } from "zod";
import { findPersonal } from "@/features/requests/detector/rules";
import { diets, handovers } from "@/features/requests/schema";
import { type Found, firstLines, mostLines } from "./schema";

export type Values = Readonly<Record<string, string>>;

const plainControls = [
  ...["idempotencyKey", "ask", "previewed", "isConfirmed", "side", "category", "summary", "text"],
  ...["urgency", "language", "neededBy", "mayAnswer", "answerDays", "giveBack", "handoverNote"],
  ...["isForSomeone", "hasConsent", "alias", "lines.rows", "ride.to", "ride.when", "ride.repeats"],
  ...["offer.reach", "offer.when", "offer.howOften"],
  ...["area.cell", "area.place", "area.found", "area.size", "area.same"],
  ...handovers.map((id) => `handover.${id}`),
];
const known = new Set(plainControls);
const ofLine = new RegExp(
  `^lines\\.(\\d{1,2})\\.(strength|quantity|what|size|brand|language|note|diet\\.(${diets.join("|")}))$`,
);

/** The controls that no form of ours has: a place's `lat` and `lng` among them. They are refused. */
export const strangeControls = (values: Values): string[] =>
  Object.keys(values).filter((name) => !known.has(name) && !ofLine.test(name));

/** How many lines the form shows. */
export const lineCount = (values: Values): number =>
  Math.min(Math.max(Number(values["lines.rows"]) || firstLines, 1), mostLines);

/** The values of a form that was asked for one more line. */
export const withOneMore = (values: Values): Values => ({
  ...values,
  "lines.rows": String(Math.min(lineCount(values) + 1, mostLines)),
});

const said = (text: string | undefined) => text?.trim() || undefined;
const isTicked = (values: Values, name: string) => values[name] === "on";

/** A line as it was typed, or null when nothing was. */
function lineAt(values: Values, row: number) {
  const at = (name: string) => said(values[`lines.${row}.${name}`]);
  const diet = diets.filter((id) => isTicked(values, `lines.${row}.diet.${id}`));
  const words = {
    what: at("what"),
    size: at("size"),
    brand: at("brand"),
    language: at("language"),
    note: at("note"),
    ...(diet.length > 0 && { diet }),
  };
  if (Object.values(words).every((word) => word === undefined)) return null;
  return {
    row,
    line: { ...words, strength: at("strength") ?? "must", quantity: Number(at("quantity") ?? 1) },
  };
}

/** The typed lines with their rows; none typed means that the summary is the one line. */
function linesOf(values: Values) {
  const rows = Array.from({ length: lineCount(values) }, (_, row) => lineAt(values, row));
  const typed = rows.filter((row) => row !== null);
  if (typed.length > 0) return typed;
  const summary = said(values.summary);
  return summary ? [{ row: 0, line: { what: summary, strength: "must", quantity: 1 } }] : [];
}

/** The end of a day that was chosen in the form; of no day, the wrong one stays for the schema to refuse. */
const endOfDay = (day: string | undefined) => day && new Date(`${day}T23:59:59Z`);

/** What the form would make, still to be parsed, and the row of the form that each line stands in. */
export function draftOf(values: Values, cell: string, toCell: string | undefined) {
  const { side, category } = values;
  const lines = linesOf(values);
  const ride = category === "ride" && {
    ...(toCell && { toCell }),
    toWords: said(values["ride.to"]),
    when: said(values["ride.when"]),
    repeats: values["ride.repeats"] || "once",
  };
  const offer = side === "offer" && {
    reach: values["offer.reach"] || "next-areas",
    when: said(values["offer.when"]),
    howOften: values["offer.howOften"] || "once",
  };
  const isForSomeone = isTicked(values, "isForSomeone");
  const words = {
    summary: said(values.summary),
    text: said(values.text),
    urgency: said(values.urgency),
    handover: handovers.filter((id) => isTicked(values, `handover.${id}`)),
    handoverNote: said(values.handoverNote),
    language: said(values.language),
    ...(ride && { ride }),
    ...(offer && { offer }),
    ...(category === "loan" && { giveBack: said(values.giveBack) }),
    ...(isForSomeone && { alias: said(values.alias) }),
  };
  const post = {
    ...{ side, category, cell, words, isForSomeone },
    lines: lines.map(({ line }) => line),
    mayAnswer: values.mayAnswer || "neighbours",
    answerHours: Number(values.answerDays || 2) * 24,
    neededBy: endOfDay(said(values.neededBy)),
    hasConsent: isTicked(values, "hasConsent"),
    isConfirmed: isTicked(values, "isConfirmed"),
  };
  return { post, rows: lines.map(({ row }) => row) };
}

const controlsOfPaths: Readonly<Record<string, string>> = {
  cell: "area.place",
  answerHours: "answerDays",
  lines: "lines.0.what",
  "words.ride.toWords": "ride.to",
  "words.ride.toCell": "ride.to",
};

/** The control that a path of the post was typed into. */
function controlOf(path: readonly PropertyKey[], rows: readonly number[]): string {
  const [first, index, ...rest] = path;
  if (first === "lines" && typeof index === "number")
    return ["lines", rows[index] ?? index, ...rest].map(String).join(".");
  const joined = path.map(String).join(".");
  return controlsOfPaths[joined] ?? joined.replace(/^words\./, "");
}

const codeOf = ({ code, path }: z.core.$ZodIssue): string => {
  const isNumber = ["quantity", "answerHours"].includes(String(path.at(-1)));
  if (isNumber) return "out-of-range";
  if (path.at(-1) === "neededBy") return "unknown";
  if (code === "too_big") return "too-long";
  return code === "too_small" || code === "invalid_type" || code === "invalid_value"
    ? "required"
    : "unknown";
};

/** One code per control. */
export function fieldErrorsOf(error: z.ZodError, rows: readonly number[]): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) errors[controlOf(issue.path, rows)] ??= codeOf(issue);
  return errors;
}

/** Controls that are read by nobody, or that cannot hold a sentence. */
const notRead = /^(idempotencyKey|ask|previewed|area\..*|neededBy|.*\.(quantity|rows))$/;

/** What of all that was typed tells more than an area, by control. */
export const findInForm = (values: Values): Found[] =>
  Object.entries(values)
    .filter(([name]) => !notRead.test(name))
    .flatMap(([control, text]) => findPersonal(text).map((found) => ({ ...found, control })));
