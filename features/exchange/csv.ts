import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { placeOfColumn } from "./columns/rules";
import type { RawRow } from "./schema";

const delimiters = [",", ";", "\t", "|"];
/** A cell without an end runs on to here, not through the whole file. */
const longestRecord = 1_000_000;
/** Some lists begin with a title or a date before the names of their columns. */
const latestHeader = 5;

/** The delimiter that stands most often outside quotes in the first lines. */
export function detectDelimiter(head: string): string {
  const bare = head.slice(0, 10_000).replace(/"(?:[^"]|"")*"/g, "");
  const counts = delimiters.map((delimiter) => bare.split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ",";
}

const recordSchema = z.object({
  record: z.array(z.string()),
  info: z.object({ lines: z.number() }),
});
type CsvRecord = { cells: string[]; line: number };

async function firstChunk(text: AsyncIterable<string>): Promise<string> {
  for await (const chunk of text) if (chunk !== "") return chunk;
  return "";
}

function parserFor(delimiter: string) {
  return parse({
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestRecord,
  });
}

const lineBreaks = (cells: readonly string[]) =>
  cells.reduce((count, cell) => count + cell.split("\n").length - 1, 0);

/** Records of a CSV text with the line on which each begins. Throws for a quote without an end. */
async function* recordsOf(
  text: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<CsvRecord> {
  const parser = parserFor(delimiter);
  const source = Readable.from(text);
  source.on("error", (error) => parser.destroy(error));
  try {
    for await (const found of source.pipe(parser)) {
      const { record, info } = recordSchema.parse(found);
      yield { cells: record, line: info.lines - lineBreaks(record) };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new AppError("not-understood", {
      cause: error,
      detail: `The CSV is broken or has been cut short: ${error.message}.`,
    });
  } finally {
    source.destroy();
  }
}

const knownColumns = (cells: readonly string[]) =>
  cells.filter((cell) => {
    const { roles, weekday } = placeOfColumn(cell);
    return roles.length > 0 || weekday !== null;
  }).length;

/** Names of columns; a name that stands twice, or none, is told apart by its number. */
const uniqueHeaders = (cells: readonly string[]) =>
  cells.map((cell, index) => {
    const name = cell.trim();
    return name === "" || cells.findIndex((other) => other.trim() === name) < index
      ? `${name}_${index + 1}`
      : name;
  });

async function headerOf(text: AsyncIterable<string>, delimiter: string): Promise<CsvRecord> {
  let best: CsvRecord | null = null;
  let seen = 0;
  for await (const record of recordsOf(text, delimiter)) {
    const isBetter =
      best === null || knownColumns(record.cells) > Math.max(1, knownColumns(best.cells));
    if (isBetter) best = record;
    if (++seen === latestHeader) break;
  }
  if (!best) throw new AppError("not-understood", { detail: "The file has no rows." });
  return best;
}

/**
 * A table as CSV, with commas, semicolons, tabs or bars, and the names of its columns on top.
 * A last row that stops before its last column, without a line break, is half a row: the file is
 * refused.
 */
export async function* readCsv(open: () => AsyncIterable<string>): AsyncGenerator<RawRow> {
  const delimiter = detectDelimiter(await firstChunk(open()));
  const header = await headerOf(open(), delimiter);
  const headers = uniqueHeaders(header.cells);
  const ending = { text: "" };
  let last: CsvRecord | null = null;
  for await (const record of recordsOf(withEnding(open(), ending), delimiter)) {
    if (record.line <= header.line) continue;
    last = record;
    yield {
      line: record.line,
      values: Object.fromEntries(headers.map((name, index) => [name, record.cells[index] ?? ""])),
      point: null,
      collection: "",
      isInMetres: false,
    };
  }
  if (last && last.cells.length < headers.length && !/[\r\n]\s*$/.test(ending.text)) {
    throw new AppError("not-understood", {
      detail: `The file ends in the middle of line ${last.line}: it seems to have been cut short.`,
    });
  }
}

async function* withEnding(text: AsyncIterable<string>, ending: { text: string }) {
  for await (const chunk of text) {
    if (chunk !== "") ending.text = chunk.slice(-20);
    yield chunk;
  }
}
