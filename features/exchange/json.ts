import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { RawRow } from "./schema";
import { parseJson, splitJson, splitLines } from "./splitting/rules";

const objectSchema = z.record(z.string(), z.unknown());
const objectFrom = (json: string, line: number): Record<string, unknown> => {
  const parsed = objectSchema.safeParse(parseJson(json, line));
  if (parsed.success) return parsed.data;
  throw new AppError("not-understood", { detail: `Line ${line} is not a JSON object.` });
};

const mostCells = 200;
const deepest = 4;

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";

function put(cells: Map<string, string>, path: string, value: unknown, depth: number): void {
  if (cells.size >= mostCells || value === null || value === undefined) return;
  if (isScalar(value)) cells.set(path, String(value));
  else if (Array.isArray(value)) putList(cells, path, value);
  else if (depth < deepest) {
    for (const [key, child] of Object.entries(objectSchema.parse(value))) {
      put(cells, path === "" ? key : `${path}.${key}`, child, depth + 1);
    }
  }
}

/** Two numbers under "coordinates" are a point as GeoJSON writes it, longitude first. */
function putList(cells: Map<string, string>, path: string, values: readonly unknown[]): void {
  const isPoint = /(?:^|\.)coordinates$/i.test(path) && values.length >= 2 && values.length <= 3;
  if (isPoint && values.every((value) => isScalar(value) && Number.isFinite(Number(value)))) {
    cells.set(path, `POINT(${values[0]} ${values[1]})`);
    return;
  }
  const scalars = values.filter(isScalar);
  if (scalars.length > 0) cells.set(path, scalars.join("; "));
}

/** The cells of a JSON object; nested names are joined with dots, lists of words with "; ". */
export function flatten(value: unknown): Record<string, string> {
  const cells = new Map<string, string>();
  put(cells, "", value, 0);
  return Object.fromEntries(cells);
}

/** Names under which services wrap their rows. */
const wrappers = ["features", "data", "results", "items", "records", "rows", "value"];

/** Where the rows of a JSON text are: an array, one member of an object, its members, or itself. */
type Outline =
  | { where: "elements"; key: string | null }
  | { where: "members" | "whole"; key: null };

const isObject = (json: string) => json.startsWith("{");

/** Small top-level members, by which some files say what they are. */
export type TopMembers = ReadonlyMap<string, unknown>;
const longestTopMember = 2_000;

/** Looks through a JSON text for its rows and its small top-level members. */
async function outlineJson(
  text: AsyncIterable<string>,
): Promise<{ outline: Outline; top: TopMembers }> {
  const top = new Map<string, unknown>();
  const lists = new Set<string>();
  let members = 0;
  let objects = 0;
  let isFeature = false;
  for await (const { key, isElement, line, json } of splitJson(text)) {
    if (key === null) return { outline: { where: "elements", key: null }, top };
    if (isElement) {
      if (isObject(json)) lists.add(key);
      continue;
    }
    members++;
    isFeature ||= key === "geometry";
    if (isObject(json)) objects++;
    if (json.length <= longestTopMember) top.set(key, parseJson(json, line));
  }
  const list = wrappers.find((name) => lists.has(name)) ?? [...lists][0];
  if (list !== undefined && (wrappers.includes(list) || objects < 2)) {
    return { outline: { where: "elements", key: list }, top };
  }
  const where = objects > 0 && objects >= members / 2 && !isFeature ? "members" : "whole";
  return { outline: { where, key: null }, top };
}

export type JsonRow = Record<string, unknown>;

/** The rows that an outline names; what is not an object is no row. */
async function* rowsOfJson(
  text: AsyncIterable<string>,
  { where, key }: Outline,
): AsyncGenerator<JsonRow> {
  if (where === "whole") {
    let json = "";
    for await (const chunk of text) json += chunk;
    yield objectFrom(json, 1);
    return;
  }
  for await (const piece of splitJson(text)) {
    const isRow = where === "members" ? !piece.isElement : piece.isElement && piece.key === key;
    if (!isRow || !isObject(piece.json)) continue;
    const value = objectFrom(piece.json, piece.line);
    yield where === "members" ? { id: piece.key, ...value } : value;
  }
}

/** True for one JSON object a line (NDJSON): told from the first two lines. */
async function isLines(text: AsyncIterable<string>): Promise<boolean> {
  let hasFirst = false;
  try {
    for await (const { text: line } of splitLines(text)) {
      if (line.trim() === "") continue;
      if (hasFirst) return line.trimStart().startsWith("{");
      if (!line.trimStart().startsWith("{")) return false;
      JSON.parse(line);
      hasFirst = true;
    }
  } catch {
    return false;
  }
  return false;
}

async function* rowsOfLines(text: AsyncIterable<string>): AsyncGenerator<JsonRow> {
  for await (const { line, text: json } of splitLines(text)) {
    if (json.trim() !== "") yield objectFrom(json, line);
  }
}

/** The rows of JSON in any wrapping, or of one JSON object a line, and its top-level members. */
export async function openJson(
  open: () => AsyncIterable<string>,
): Promise<{ rows: AsyncGenerator<JsonRow>; top: TopMembers }> {
  if (await isLines(open())) return { rows: rowsOfLines(open()), top: new Map() };
  const { outline, top } = await outlineJson(open());
  return { rows: rowsOfJson(open(), outline), top };
}

/** A list of places as JSON: an array, an object that wraps one, an object of objects, NDJSON; rows are counted from 1. */
export async function* readJson(open: () => AsyncIterable<string>): AsyncGenerator<RawRow> {
  const { rows } = await openJson(open);
  let line = 0;
  for await (const value of rows) {
    line++;
    yield { line, values: flatten(value), point: null, collection: "", isInMetres: false };
  }
}
