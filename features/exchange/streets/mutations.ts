import "server-only";
import { blocksOf, type Visitor, visitBlock } from "@/features/exchange/osm";
import type { SourceFile } from "@/features/exchange/schema";
import {
  housesOf,
  isWithoutStreet,
  PointStore,
  type Said,
  streetOf,
  tellingNodes,
} from "@/features/exchange/streets/rules";
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
const notSorted = "Its nodes do not come before its ways. Sort it with osmium sort.";

/** Visits all of a file once; the visitor is asked for each block, and told when it is done. */
async function visitFile(
  file: SourceFile,
  visitor: Visitor,
  afterBlock: (bytes: number) => Promise<void> | void,
): Promise<void> {
  let bytes = 0;
  async function* counted() {
    for await (const chunk of file.open()) {
      bytes += chunk.length;
      yield chunk;
    }
  }
  for await (const block of blocksOf(counted())) {
    visitBlock(block, visitor);
    await afterBlock(bytes);
  }
}

/** Looks through the file for the nodes that stand for streets and houses. */
async function survey(file: SourceFile, { onProgress }: Surroundings): Promise<PointStore> {
  const points = new PointStore();
  let hasWays = false;
  await visitFile(
    file,
    {
      node: () => {
        if (hasWays) throw new AppError("not-understood", { detail: notSorted });
      },
      way: (nodeIds, tags) => {
        hasWays = true;
        const isStreet = streetOf(tags).length > 0;
        if (!isStreet && housesOf(tags).length === 0) return;
        for (const id of tellingNodes(nodeIds, isStreet)) points.want(id);
      },
    },
    (done) => onProgress({ step: "looking", done, of: file.bytes }),
  );
  points.seal();
  return points;
}

/** Reads streets and houses with their points into the spool. Answers how many there are. */
async function prepare(
  file: SourceFile,
  points: PointStore,
  report: StreetsReport,
  { spool, onProgress }: Surroundings,
): Promise<number> {
  let pending: FoundPart[] = [];
  let count = 0;
  const keep = (said: readonly Said[], point: { lng: number; lat: number } | null) => {
    if (!point) report.withoutPoint += said.length;
    else
      for (const one of said) pending.push({ ...one, lng: point.lng / 1e7, lat: point.lat / 1e7 });
  };
  await visitFile(
    file,
    {
      node: (id, lng, lat, tags) => {
        report.nodes++;
        points.tell(id, lng, lat);
        if (tags.size === 0) return;
        if (isWithoutStreet(tags)) report.withoutStreet++;
        keep(housesOf(tags), { lng, lat });
      },
      way: (nodeIds, tags) => {
        report.ways++;
        if (isWithoutStreet(tags)) report.withoutStreet++;
        const street = streetOf(tags);
        const said = street.length > 0 ? street : housesOf(tags);
        if (said.length > 0) keep(said, points.middleOf(tellingNodes(nodeIds, street.length > 0)));
      },
    },
    async (done) => {
      for (const part of pending) await spool.write(JSON.stringify(part));
      count += pending.length;
      pending = [];
      onProgress({ step: "reading", done, of: file.bytes });
    },
  );
  return count;
}

async function write(
  tx: Transaction,
  { region }: StreetsOptions,
  of: number,
  { spool, onProgress }: Surroundings,
) {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('cup-of-sugar import'))`;
  const towns = new TownFinder(await everyTown(stranger));
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
  return replaceStreets(tx, region, now());
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
  const points = await survey(file, around);
  const count = await prepare(file, points, report, around);
  if (count === 0) {
    throw new AppError("not-understood", { detail: "It names no street and no house number." });
  }
  try {
    await bulkTransaction(async (tx) => {
      Object.assign(report, await write(tx, options, count, around));
      if (options.isDryRun) throw new Rehearsed();
    });
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error;
  }
  return report;
}
