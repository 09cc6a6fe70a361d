import "server-only";
import { z } from "zod";
import { importPins } from "@/features/pins/bulk/mutations";
import { rememberHours } from "@/features/pins/hours/rules";
import { pinContentSchema } from "@/features/pins/schema";
import { rollUpCounts } from "@/features/pins/tiles/counts/mutations";
import { ahead } from "@/lib/ahead";
import { now } from "@/lib/clock";
import { bulkTransaction, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { likeness } from "./likeness/rules";
import { type Prepared, type PrepareOptions, prepareRows } from "./preparing/queries";
import { knownPins, pinCounts, pinsNear } from "./queries";
import { type OpenFile, openFile, unitOf } from "./reading/rules";
import { mostRows, Survey } from "./rules";
import type { FileFacts, ImportOptions, ImportReport, LeftOut, SourceFile } from "./schema";

/** What an import needs from whoever runs it. */
export type Surroundings = {
  /** Holds prepared rows outside memory until they are written: lines in, the same lines out. */
  spool: { write: (line: string) => Promise<void>; lines: () => AsyncIterable<string> };
  /** Told of every row that is not on the map. */
  onLeftOut: (row: LeftOut) => void;
  onProgress: (progress: Progress) => void;
};

export type Progress = { step: "looking" | "reading" | "writing"; rows: number; of: number | null };

const spooledSchema = z.object({
  line: z.number(),
  values: z.record(z.string(), z.string()),
  row: pinContentSchema.extend({
    externalId: z.string(),
    contentHash: z.string(),
    observedAt: z.coerce.date(),
  }),
});
type Spooled = z.infer<typeof spooledSchema>;

const rowsAtOnce = 1_000;

function newReport(open: OpenFile, facts: FileFacts): ImportReport {
  return {
    format: open.format,
    unit: unitOf[open.format],
    rows: facts.rows,
    added: 0,
    updated: 0,
    unchanged: 0,
    keptEdits: 0,
    repeated: 0,
    near: 0,
    leftOut: {},
    vanished: 0,
    withHours: 0,
    hoursUnderstood: 0,
    emailsDropped: 0,
    namesShortened: 0,
    swapped: 0,
    approximate: 0,
    wereMetres: facts.isInMetres,
    columnsLeftOut: facts.columnsLeftOut,
  };
}

/** Looks at the whole file once, before anything else: half a file is found out here. */
async function survey(open: OpenFile, { onProgress }: Surroundings): Promise<FileFacts> {
  const survey = new Survey();
  for await (const row of open.rows()) {
    survey.add(row);
    if (survey.rowCount > mostRows) {
      throw new AppError("too-large", {
        detail: `It has more than ${mostRows.toLocaleString("en")} rows. Split it.`,
      });
    }
    if (survey.rowCount % rowsAtOnce === 1) {
      onProgress({ step: "looking", rows: survey.rowCount, of: null });
    }
  }
  return survey.facts();
}

function leaveOut(report: ImportReport, { onLeftOut }: Surroundings, row: LeftOut): void {
  report.leftOut[row.reason] = (report.leftOut[row.reason] ?? 0) + 1;
  onLeftOut(row);
}

function countPrepared(report: ImportReport, { row, ...noted }: Prepared): void {
  if (row.hoursText !== null) report.withHours++;
  if (row.openingHours !== null) report.hoursUnderstood++;
  if (row.isApproximate) report.approximate++;
  if (noted.isSwapped) report.swapped++;
  if (noted.wasNameShortened) report.namesShortened++;
  report.emailsDropped += noted.emailsDropped;
}

/** Reads every row and spools those that may go on the map. Writes nothing to the database. */
async function prepare(
  open: OpenFile,
  facts: FileFacts,
  options: PrepareOptions,
  report: ImportReport,
  around: Surroundings,
): Promise<void> {
  let rows = 0;
  for await (const outcomes of prepareRows(open.rows(), facts, options)) {
    for (const outcome of outcomes) {
      if (outcome.type === "repeated") report.repeated++;
      else if (outcome.type === "left-out") leaveOut(report, around, outcome.leftOut);
      else {
        const { line, row, values } = outcome.prepared;
        countPrepared(report, outcome.prepared);
        await around.spool.write(JSON.stringify({ line, row, values }));
      }
    }
    rows += outcomes.length;
    around.onProgress({ step: "reading", rows, of: facts.rows });
  }
}

async function* batches(lines: AsyncIterable<string>): AsyncGenerator<Spooled[]> {
  let batch: Spooled[] = [];
  for await (const line of lines) {
    batch.push(spooledSchema.parse(JSON.parse(line)));
    if (batch.length < rowsAtOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function sourceIdOf(tx: Transaction, { source, licence }: ImportOptions): Promise<string> {
  const { id } = await tx.source.upsert({
    where: { name: source },
    create: { name: source, licence, importedAt: now() },
    update: { licence, importedAt: now() },
  });
  return id;
}

/** Leaves out new rows that a pin from elsewhere already stands for; answers the others. */
async function withoutDuplicates(
  tx: Transaction,
  sourceId: string,
  batch: readonly Spooled[],
  knownIds: ReadonlySet<string>,
  report: ImportReport,
  around: Surroundings,
): Promise<Spooled[]> {
  const fresh = batch.filter(({ row }) => !knownIds.has(row.externalId));
  const near = await pinsNear(
    tx,
    sourceId,
    fresh.map(({ row }) => row),
  );
  const alike = new Set<Spooled>();
  fresh.forEach((spooled, index) => {
    const { line, row, values } = spooled;
    const pins = (near.get(index) ?? []).map((pin) => ({ pin, how: likeness(row, pin) }));
    const same = pins.find(({ how }) => how === "alike");
    if (same) {
      alike.add(spooled);
      const detail = `/p/${same.pin.code}`;
      leaveOut(report, around, { line, reason: "possible-duplicate", detail, values });
    } else if (pins.some(({ how }) => how === "near")) {
      report.near++;
    }
  });
  return batch.filter((spooled) => !alike.has(spooled));
}

/** Writes what was spooled: all of it, or nothing. One import writes at a time. */
async function write(
  tx: Transaction,
  options: ImportOptions,
  report: ImportReport,
  around: Surroundings,
): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('cup-of-sugar import'))`;
  const sourceId = await sourceIdOf(tx, options);
  const before = await pinCounts(tx, sourceId);
  const isFirst = before.stored === 0;
  const hoursOf = rememberHours(now());
  let stillListed = 0;
  let rows = 0;
  for await (const batch of ahead(batches(around.spool.lines()))) {
    const externalIds = batch.map(({ row }) => row.externalId);
    const known = isFirst ? [] : await knownPins(tx, sourceId, externalIds);
    stillListed += known.filter(({ isListed }) => isListed).length;
    const knownIds = new Set(known.map(({ externalId }) => externalId));
    const wanted = await withoutDuplicates(tx, sourceId, batch, knownIds, report, around);
    const done = await importPins(tx, {
      sourceId,
      rows: wanted.map(({ row }) => row),
      isFirst,
      hoursOf,
    });
    report.added += done.added;
    report.updated += done.updated;
    report.unchanged += done.unchanged;
    report.keptEdits += done.kept;
    rows += batch.length;
    around.onProgress({ step: "writing", rows, of: report.rows });
  }
  report.vanished = before.listed - stillListed;
}

/** Thrown to take back what a rehearsal has written. */
class Rehearsed extends Error {}

/**
 * Puts a list on the map: looks through the file, prepares its rows, then writes them in one
 * transaction, so that an import that is refused, interrupted or rehearsed has no effect at all.
 * Throws an AppError whose detail says why a file is refused.
 */
export async function importFile(
  file: SourceFile,
  options: ImportOptions,
  around: Surroundings,
): Promise<ImportReport> {
  const open = await openFile(file, options.format);
  const facts = await survey(open, around);
  const report = newReport(open, facts);
  const hints = { kind: options.kind ?? null, names: [file.name, options.source] };
  const at = now();
  await prepare(
    open,
    facts,
    { hints, placeByPostcode: options.placeByPostcode, at },
    report,
    around,
  );
  try {
    await bulkTransaction(async (tx) => {
      await write(tx, options, report, around);
      if (options.isDryRun) throw new Rehearsed();
      await rollUpCounts(tx);
    });
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error;
  }
  return report;
}
