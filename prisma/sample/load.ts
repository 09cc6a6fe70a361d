import { randomUUID } from "node:crypto";
import { z } from "zod";
import { kindOf } from "@/features/kinds";
import { parseDetails } from "@/features/kinds/rules";
import type { Details } from "@/features/kinds/schema";
import { removeSamples } from "@/features/pins/bulk/mutations";
import { recordRevisions } from "@/features/pins/history/mutations";
import { knownHours } from "@/features/pins/hours/rules";
import {
  contentColumns,
  contentColumnsSql,
  originColumnsSql,
  unusedCodes,
} from "@/features/pins/mutations";
import { type PinContent, pinContentSchema } from "@/features/pins/schema";
import { restand } from "@/features/pins/verification/mutations";
import { checkWeight, verdict } from "@/features/pins/verification/rules";
import { dayMs } from "@/lib/clock";
import { bulkTransaction, db, Prisma, type Transaction, transaction } from "@/lib/db";
import { timeZoneAt } from "@/lib/time-zone";
import { booksAndSeeds } from "@/prisma/sample/books-and-seeds";
import { food } from "@/prisma/sample/food";
import { roomsAndWater } from "@/prisma/sample/rooms-and-water";
import { type Sample, type SampleWord, sampleMembers, storyOf } from "@/prisma/sample/sample";
import { sharedFood } from "@/prisma/sample/shared-food";
import { things } from "@/prisma/sample/things";

export const samples: readonly Sample[] = [
  ...food,
  ...sharedFood,
  ...booksAndSeeds,
  ...things,
  ...roomsAndWater,
];

const samplesKey = "samples";

const daysBefore = (at: Date, days: number) => new Date(at.getTime() - days * dayMs);
const dayOf = (date: Date) => date.toISOString().slice(0, 10);

function detailsOf(sample: Sample, addedAt: Date, at: Date): Details {
  const kind = kindOf(sample.kind);
  const { details = {}, startsInDays, endsInDays } = sample;
  const given = kind.fields.map(({ id, type }) => {
    const value = details[id];
    if (value === undefined || type !== "fact") return [id, value];
    return [id, { value, saidBy: "member", saidAt: addedAt.toISOString() }];
  });
  return parseDetails(kind, {
    ...Object.fromEntries(given),
    "starts-on": startsInDays === undefined ? undefined : dayOf(daysBefore(at, -startsInDays)),
    "ends-on": endsInDays === undefined ? undefined : dayOf(daysBefore(at, -endsInDays)),
  });
}

/** A sample as a member would have written it `at` some time ago. */
export function contentOf(sample: Sample, addedAt: Date, at: Date): PinContent {
  const [street, lng, lat] = sample.at;
  return pinContentSchema.parse({
    kind: sample.kind,
    name: sample.name,
    ...{ lng, lat, street, city: "Chicago", region: "IL", postcode: null, country: "US" },
    isApproximate: false,
    timeZone: timeZoneAt({ lng, lat }),
    hoursText: sample.hoursText ?? null,
    openingHours: sample.hours ?? null,
    description: sample.about ?? null,
    ...{ phone: null, website: null },
    details: detailsOf(sample, addedAt, at),
  });
}

/** A sample as it is stored, who added it, and who has said what of it since. */
type Told = {
  columns: ReturnType<typeof contentColumns>;
  addedAt: Date;
  memberId: string;
  words: (Omit<SampleWord, "by" | "daysAgo"> & { memberId: string; createdAt: Date })[];
};

/** Members add the samples in turn. */
function tell(sample: Sample, turn: number, memberIds: readonly string[], at: Date): Told {
  const memberOf = (place: number) => memberIds[place % memberIds.length] ?? "";
  const story = storyOf(sample.story, kindOf(sample.kind).freshness.freshDays);
  const addedAt = daysBefore(at, story.addedDaysAgo);
  const content = contentOf(sample, addedAt, at);
  const words = story.words.map(({ by, daysAgo, ...word }) => ({
    ...word,
    memberId: memberOf(turn + by),
    createdAt: daysBefore(at, daysAgo),
  }));
  const columns = contentColumns(content, knownHours(content, at));
  return { columns, addedAt, memberId: memberOf(turn), words };
}

const insertedSchema = z.array(z.object({ id: z.uuid(), code: z.string() }));

/** Puts the pins on the map, as they were when they were added; answers their ids in order. */
async function insertPins(tx: Transaction, told: readonly Told[]): Promise<string[]> {
  const codes = await unusedCodes(tx, told.length);
  const rows = told.map(({ columns, addedAt, memberId }, index) => ({
    ...columns,
    ...{ code: codes[index], visibility: "listed", is_sample: true, member_id: memberId },
    ...{ observed_at: addedAt, created_at: addedAt, updated_at: addedAt },
    ...{ ageing_until: addedAt, dormant_at: addedAt },
  }));
  const inserted = insertedSchema.parse(
    await tx.$queryRaw(Prisma.sql`
      insert into pin (${contentColumnsSql}, ${originColumnsSql})
      select ${contentColumnsSql}, ${originColumnsSql}
      from jsonb_populate_recordset(null::pin, ${JSON.stringify(rows)}::jsonb)
      returning id, code`),
  );
  const idOf = new Map(inserted.map(({ id, code }) => [code, id]));
  return codes.map((code) => idOf.get(code) ?? "");
}

async function insertWords(
  tx: Transaction,
  told: readonly Told[],
  pinIds: readonly string[],
): Promise<void> {
  const words = told.flatMap((pin, index) =>
    pin.words.map(({ isDecisive: _, ...word }) => ({ ...word, pinId: pinIds[index] ?? "" })),
  );
  await tx.verification.createMany({
    data: words.map((word, index) => ({
      ...word,
      isOnSite: index % 2 === 0,
      weight: checkWeight,
    })),
  });
}

/** The status and the doubt that the words add up to, by the rules for everybody's pins. */
async function judge(tx: Transaction, told: readonly Told[], pinIds: readonly string[], at: Date) {
  for (const [index, { words }] of told.entries()) {
    if (words.every(({ answer }) => answer === "still-there")) continue;
    const heard = words.map(({ memberId, createdAt, answer, change = null }) => ({
      ...{ person: memberId, answer, change, weight: checkWeight, at: createdAt },
    }));
    const before = { status: "open" as const, doubt: null, doubtedAt: null, flippedAt: null };
    const judged = verdict({ ...before, words: heard }, at);
    await tx.pin.update({ where: { id: pinIds[index] ?? "" }, data: judged });
  }
}

/** The history: each pin as it was added, then a revision for every word about it. */
async function recordHistory(tx: Transaction, told: readonly Told[], pinIds: readonly string[]) {
  for (const memberId of new Set(told.map((pin) => pin.memberId))) {
    const theirs = pinIds.filter((_, index) => told[index]?.memberId === memberId);
    await recordRevisions(tx, theirs, { action: "added", memberId });
  }
  const checks = told.flatMap(({ words }, index) =>
    words.map(({ memberId, createdAt, answer, change = null, isDecisive }, turn) => ({
      ...{ pin_id: pinIds[index], member_id: memberId, created_at: createdAt, version: turn + 2 },
      action: isDecisive ? "status" : "checked",
      snapshot: { check: { answer, change } },
    })),
  );
  await tx.$executeRaw`
    insert into pin_revision (pin_id, version, action, member_id, created_at, snapshot)
    select pin_id, given.version, given.action, given.member_id, given.created_at,
      added.snapshot || given.snapshot
    from jsonb_populate_recordset(null::pin_revision, ${JSON.stringify(checks)}::jsonb) given
    join pin_revision added using (pin_id)`;
  await tx.$executeRaw`
    update pin_revision set created_at = pin.created_at
    from pin where pin.id = pin_id and is_sample and action = 'added'`;
  await tx.$executeRaw`
    update pin set version = newest.version, updated_at = newest.created_at
    from (
      select distinct on (pin_id) pin_id, version, created_at from pin_revision
      order by pin_id, version desc
    ) newest
    where pin.id = newest.pin_id and is_sample`;
}

/** True once there were samples here, or pins that somebody means. */
async function isSettled(tx: Transaction): Promise<boolean> {
  const earlier = await tx.setting.findUnique({ where: { key: samplesKey } });
  return earlier !== null || (await tx.pin.count()) > 0;
}

/**
 * Puts the made-up pins of central Chicago on a map that has no pin, once: samples that were
 * removed do not come back. Everything is relative to `at`, and all or nothing.
 *
 * @returns how many pins it put there
 */
export async function loadSamples(at: Date): Promise<number> {
  if (await isSettled(db())) return 0;
  const createdAt = daysBefore(at, 6 * 365);
  const members = sampleMembers.map((member) => ({ ...member, id: randomUUID(), createdAt }));
  const memberIds = members.map(({ id }) => id);
  const told = samples.map((sample, turn) => tell(sample, turn, memberIds, at));
  return bulkTransaction(async (tx) => {
    if (await isSettled(tx)) return 0;
    await tx.setting.create({ data: { key: samplesKey, value: { loadedAt: at.toISOString() } } });
    await tx.member.createMany({ data: members });
    const pinIds = await insertPins(tx, told);
    await recordHistory(tx, told, pinIds);
    await insertWords(tx, told, pinIds);
    await restand(tx, pinIds);
    await judge(tx, told, pinIds, at);
    return pinIds.length;
  });
}

/** Takes the samples and their members away for good; answers how many pins there were. */
export function unloadSamples(): Promise<number> {
  return transaction(async (tx) => {
    const count = await removeSamples(tx);
    await tx.member.deleteMany({
      where: { handle: { in: sampleMembers.map(({ handle }) => handle) }, emailIndex: null },
    });
    return count;
  });
}
