import { type ImportReport, type LeftOut, fateOf, type Reason, reasons } from "@/features/exchange/schema";

/** So many rows are told of on the screen; all of them are in the report file. */
export const mostTold = 20;

const number = new Intl.NumberFormat("en");
const counted = (count: number, one: string, many = `${one}s`) =>
  `${number.format(count)} ${count === 1 ? one : many}`;

export const leftOutLine = ({ line, reason, detail }: LeftOut, unit: string): string =>
  `${unit} ${line}: ${reasons[reason]}${detail ? ` (${detail})` : ""}`;

function sumOf(report: ImportReport, fate: ReturnType<typeof fateOf>): number {
  return reasonsOf(report)
    .filter(([reason]) => fateOf(reason) === fate)
    .reduce((sum, [, count]) => sum + count, 0);
}

function reasonsOf({ leftOut }: ImportReport): [Reason, number][] {
  const found: [Reason, number][] = [];
  for (const reason of reasonIds) {
    const count = leftOut[reason];
    if (count) found.push([reason, count]);
  }
  return found.sort((a, b) => b[1] - a[1]);
}

const reasonIds: Reason[] = [];
for (const reason in reasons) if (isReason(reason)) reasonIds.push(reason);
function isReason(text: string): text is Reason {
  return text in reasons;
}

/** Everything worth telling a host of an import, one line each. */
export function reportLines(
  name: string,
  report: ImportReport,
  { seconds, isDryRun, told, reportPath }: {
    seconds: number;
    isDryRun: boolean;
    told: readonly LeftOut[];
    reportPath: string | null;
  },
): string[] {
  const pace = seconds > 0 ? Math.round(report.rows / seconds) : report.rows;
  const lines = [
    `${name}: ${counted(report.rows, "row")} of ${report.format.toUpperCase()} in ${seconds.toFixed(1)} s (${number.format(pace)} a second)${isDryRun ? ", a rehearsal: nothing was written" : ""}`,
    `  added ${number.format(report.added)}, updated ${number.format(report.updated)}, unchanged ${number.format(report.unchanged)}, set aside ${number.format(sumOf(report, "set-aside"))}, rejected ${number.format(sumOf(report, "rejected"))}, withheld ${number.format(sumOf(report, "withheld"))}`,
  ];
  const also: [number | boolean, string][] = [
    [report.wereMetres, "its coordinates were EPSG:3857 metres and have been converted"],
    [report.withHours, `opening hours understood: ${number.format(report.hoursUnderstood)} of ${number.format(report.withHours)}`],
    [report.swapped, `${counted(report.swapped, "row")} had longitude and latitude in each other's place`],
    [report.approximate, `${counted(report.approximate, "row")} placed roughly, at a postcode or a town`],
    [report.near, `${counted(report.near, "pin")} added within 100 m of another source's pin of the same kind`],
    [report.repeated, `${counted(report.repeated, "row")} were there twice`],
    [report.keptEdits, `${counted(report.keptEdits, "changed row")} not taken: members have edited those pins`],
    [report.vanished, `no longer in the file: ${counted(report.vanished, "pin")}, left on the map`],
    [report.emailsDropped, `${counted(report.emailsDropped, "e-mail address", "e-mail addresses")} dropped`],
    [report.namesShortened, `${counted(report.namesShortened, "name")} shortened`],
    [report.columnsLeftOut.length, `columns not used: ${report.columnsLeftOut.join(", ")}`],
  ];
  for (const [isSo, line] of also) if (isSo) lines.push(`  ${line}`);
  for (const [reason, count] of reasonsOf(report)) {
    lines.push(`  ${fateOf(reason).replace("-", " ")}, ${counted(count, "row")}: ${reasons[reason]}`);
  }
  lines.push(...told.slice(0, mostTold).map((row) => `    ${leftOutLine(row, report.unit)}`));
  const all = reasonsOf(report).reduce((sum, [, count]) => sum + count, 0);
  if (all > mostTold) lines.push(`    and ${number.format(all - mostTold)} more`);
  if (reportPath && all > 0) lines.push(`  every one of them, with its row: ${reportPath}`);
  return lines;
}
