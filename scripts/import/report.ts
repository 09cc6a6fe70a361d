import {
  type Fate,
  fateOf,
  type ImportReport,
  type LeftOut,
  type Reason,
  reasons,
} from "@/features/exchange/schema";
import type { StreetsReport } from "@/features/exchange/streets/schema";

/** So many rows are told of on the screen; all of them are in the report file. */
export const mostTold = 20;
const mostColumns = 12;

const number = new Intl.NumberFormat("en").format;
const counted = (count: number, one: string, many = `${one}s`) =>
  `${number(count)} ${count === 1 ? one : many}`;

function isReason(text: string): text is Reason {
  return text in reasons;
}

/** Reasons with how many rows each left out, the commonest first. */
const reasonsOf = ({ leftOut }: ImportReport) =>
  Object.entries(leftOut)
    .flatMap(([reason, count]) => (isReason(reason) ? [{ reason, count }] : []))
    .sort((a, b) => b.count - a.count);

const countOf = (report: ImportReport, fate: Fate) =>
  reasonsOf(report)
    .filter(({ reason }) => fateOf(reason) === fate)
    .reduce((sum, { count }) => sum + count, 0);

const columns = (names: readonly string[]) =>
  names.slice(0, mostColumns).join(", ") +
  (names.length > mostColumns ? ` and ${names.length - mostColumns} more` : "");

/** What is worth a line only when there was some of it. */
function remarks(report: ImportReport): string[] {
  const { keptEdits, vanished, approximate, swapped, repeated, near } = report;
  const all: [number, string][] = [
    [Number(report.wereMetres), "its coordinates were EPSG:3857 metres and have been converted"],
    [
      report.withHours,
      `opening hours understood: ${number(report.hoursUnderstood)} of ${number(report.withHours)}`,
    ],
    [swapped, `${counted(swapped, "row")} had longitude and latitude in each other's place`],
    [approximate, `${counted(approximate, "row")} placed roughly, at a postcode or a town`],
    [near, `${counted(near, "pin")} added within 100 m of another source's pin of the same kind`],
    [repeated, `${counted(repeated, "row")} there twice`],
    [keptEdits, `${counted(keptEdits, "changed row")} not taken: members have edited those pins`],
    [vanished, `no longer in the file, left on the map: ${counted(vanished, "pin")}`],
    [report.emailsDropped, `e-mail addresses dropped: ${number(report.emailsDropped)}`],
    [report.namesShortened, `${counted(report.namesShortened, "name")} shortened`],
    [report.columnsLeftOut.length, `columns not used: ${columns(report.columnsLeftOut)}`],
  ];
  return all.filter(([count]) => count > 0).map(([, line]) => line);
}

const told = ({ line, reason, detail }: LeftOut, unit: string): string =>
  `${unit} ${line}: ${reasons[reason]}${detail ? ` (${detail})` : ""}`;

export type Done = {
  name: string;
  report: ImportReport;
  seconds: number;
  /** The first rows that are not on the map. */
  told: readonly LeftOut[];
  leftOutPath: string;
};

/** Everything worth telling a host of an import, one line each. */
export function reportLines(done: Done, { isDryRun }: { isDryRun: boolean }): string[] {
  const { name, report, seconds } = done;
  const pace = number(Math.round(report.rows / Math.max(seconds, 0.001)));
  const end = isDryRun ? ", a rehearsal: nothing was written" : "";
  const fates = [
    `set aside ${number(countOf(report, "set-aside"))}`,
    `rejected ${number(countOf(report, "rejected"))}`,
    `withheld ${number(countOf(report, "withheld"))}`,
  ];
  const lines = [
    `${name}: ${counted(report.rows, "row")} of ${report.format} in ${seconds.toFixed(1)} s, ${pace} a second${end}`,
    `  added ${number(report.added)}, updated ${number(report.updated)}, unchanged ${number(report.unchanged)}, ${fates.join(", ")}`,
    ...remarks(report).map((line) => `  ${line}`),
  ];
  const why = reasonsOf(report);
  for (const { reason, count } of why) {
    lines.push(
      `  ${fateOf(reason).replace("-", " ")}, ${counted(count, "row")}: ${reasons[reason]}`,
    );
  }
  lines.push(...done.told.map((row) => `    ${told(row, report.unit)}`));
  const all = why.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return lines;
  const more = all > done.told.length ? `and ${number(all - done.told.length)} more; ` : "";
  return [...lines, `    ${more}every one with its row: ${done.leftOutPath}`];
}

export type StreetsDone = { name: string; region: string; report: StreetsReport; seconds: number };

/** The same of an extract's streets. */
export function streetsLines(
  { name, region, report, seconds }: StreetsDone,
  { isDryRun }: { isDryRun: boolean },
): string[] {
  const { nodes, ways, streets, addresses, withoutStreet, withoutPoint } = report;
  const end = isDryRun ? ", a rehearsal: nothing was written" : "";
  const remarks: [number, string][] = [
    [withoutStreet, `left out: ${counted(withoutStreet, "house number")} without a street`],
    [withoutPoint, `left out: ${counted(withoutPoint, "part")} whose points the extract has not`],
  ];
  return [
    `${name}: ${counted(nodes, "node")} and ${counted(ways, "way")} in ${seconds.toFixed(1)} s${end}`,
    `  ${region}: ${counted(streets, "street")} with ${counted(addresses, "house number")}, in the place of what was there before`,
    ...remarks.filter(([count]) => count > 0).map(([, line]) => `  ${line}`),
    "  © OpenStreetMap contributors, ODbL 1.0: the page /data says so",
  ];
}
