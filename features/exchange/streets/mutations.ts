import "server-only";
import type { SourceFile } from "@/features/exchange/schema";
import { readExtract, surveyExtract } from "@/features/exchange/streets/reading/rules";
import {
  type FoundPart,
  foundPartSchema,
  type StreetsOptions,
  type StreetsReport,
} from "@/features/exchange/streets/schema";
import { stranger } from "@/features/members/schema";
import { everyTown } from "@/features/places/queries";
import {
  addStreetParts,
  openStreetParts,
  replaceStreets,
} from "@/features/places/streets/mutations";
import { partOf } from "@/features/places/streets/rules";
import { TownFinder } from "@/features/places/towns/rules";
import { now } from "@/lib/clock";
import { bulkTransaction, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";

export type StreetsProgress = {
  step: "looking" | "reading" | "writing";
  /** Bytes of the file, or parts of streets when it writes. */
  done: number;
  of: number;
};

type Surroundings = {
  /** Holds what was found outside memory until it is written. */
  spool: { write: (line: string) => Promise<void>; lines: () => AsyncIterable<string> };
  onProgress: (progress: StreetsProgress) => void;
};

const partsAtOnce = 2_000;

async function write(
  tx: Transaction,
  towns: TownFinder,
  of: number,
  { spool, onProgress }: Surroundings,
): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('cup-of-sugar import'))`;
  await openStreetParts(tx);
  let batch: FoundPart[] = [];
  let done = 0;
  const flush = async () => {
    await addStreetParts(
      tx,
      batch.map((part) => partOf(part, towns.townAt(part))),
    );
    done += batch.length;
    batch = [];
    onProgress({ step: "writing", done, of });
  };
  for await (const line of spool.lines()) {
    batch.push(foundPartSchema.parse(JSON.parse(line)));
    if (batch.length === partsAtOnce) await flush();
  }
  await flush();
}

/** Thrown to take back what a rehearsal has written. */
class Rehearsed extends Error {}

/**
 * Loads the streets and house numbers of an OpenStreetMap extract, in the place of what was loaded
 * for its region before: in one transaction, so that an extract that is refused, interrupted or
 * rehearsed has no effect. Throws an AppError whose detail says why a file is refused.
 */
export async function importStreets(
  file: SourceFile,
  options: StreetsOptions,
  around: Surroundings,
): Promise<StreetsReport> {
  const report: StreetsReport = {
    ...{ nodes: 0, ways: 0, streets: 0, addresses: 0, withoutStreet: 0, withoutPoint: 0 },
  };
  const of = file.bytes;
  const points = await surveyExtract(file, (done) =>
    around.onProgress({ step: "looking", done, of }),
  );
  let count = 0;
  await readExtract(file, points, report, async (parts, done) => {
    for (const part of parts) await around.spool.write(JSON.stringify(part));
    count += parts.length;
    around.onProgress({ step: "reading", done, of });
  });
  if (count === 0) {
    throw new AppError("not-understood", { detail: "It names no street and no house number." });
  }
  // On the embedded database nobody else is answered while a transaction is open.
  const towns = new TownFinder(await everyTown(stranger));
  try {
    await bulkTransaction(async (tx) => {
      await write(tx, towns, count, around);
      Object.assign(report, await replaceStreets(tx, options.region, now()));
      if (options.isDryRun) throw new Rehearsed();
    });
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error;
  }
  return report;
}
