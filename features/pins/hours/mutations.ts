import "server-only";
import { z } from "zod";
import { dayMs, minuteMs } from "@/lib/clock";
import { Prisma, type Transaction, transaction } from "@/lib/db";
import { exceptionsSchema } from "./exceptions/schema";
import { rememberHours, storedOpenTimes } from "./rules";

const batchSize = 500;

/** Open times are renewed when they end sooner: a day of the coming week can always be asked for. */
const soonMs = 8 * dayMs;

/** A run ends before the lease of its job does (lib/queue.ts). */
const longestRunMs = 3 * minuteMs;

const rowsSchema = z.array(
  z.object({
    id: z.uuid(),
    openingHours: z.string(),
    exceptions: exceptionsSchema,
    timeZone: z.string(),
    lng: z.number(),
    lat: z.number(),
    country: z.string().nullable(),
    region: z.string().nullable(),
  }),
);

type Remembered = ReturnType<typeof rememberHours>;

/**
 * Computes the open times of the pins that a condition selects, in that order. Pins that somebody
 * is writing are left to the next run: it waits for nobody, and nobody waits for more than a batch.
 */
async function renewBatch(tx: Transaction, wanted: Prisma.Sql, hoursOf: Remembered) {
  const pins = rowsSchema.parse(
    await tx.$queryRaw`
      select id, opening_hours as "openingHours", exceptions, time_zone as "timeZone", lng, lat,
        country, region
      from pin
      where opening_hours is not null and ${wanted}
      limit ${batchSize}
      for update skip locked`,
  );
  const renewed = pins.map((pin) => {
    const { openTimes, hoursKnownUntil } = hoursOf(pin);
    return {
      id: pin.id,
      open_times: storedOpenTimes(openTimes),
      hours_known_until: hoursKnownUntil,
    };
  });
  const known = renewed.filter(({ hours_known_until }) => hours_known_until !== null);
  return { pins, renewed, count: known.length };
}

const writeTimes = (tx: Transaction, renewed: readonly object[]) => tx.$executeRaw`
  update pin set open_times = given.open_times, hours_known_until = given.hours_known_until
  from jsonb_populate_recordset(null::pin, ${JSON.stringify(renewed)}::jsonb) given
  where pin.id = given.id`;

/** Those whose known times end soon. */
async function renewEnding(now: Date, hoursOf: Remembered) {
  const soon = new Date(now.getTime() + soonMs);
  const wanted = Prisma.sql`hours_known_until < ${soon} order by hours_known_until`;
  return transaction(async (tx) => {
    const { pins, renewed, count } = await renewBatch(tx, wanted, hoursOf);
    await writeTimes(tx, renewed);
    return { count, isLast: pins.length < batchSize };
  });
}

/** Those that were not understood: what was not certain may lie behind by now. */
async function tryUnknown(hoursOf: Remembered, afterId: string) {
  const wanted = Prisma.sql`hours_known_until is null and id > ${afterId}::uuid order by id`;
  return transaction(async (tx) => {
    const { pins, renewed, count } = await renewBatch(tx, wanted, hoursOf);
    await writeTimes(
      tx,
      renewed.filter(({ hours_known_until }) => hours_known_until !== null),
    );
    return { count, isLast: pins.length < batchSize, lastId: pins.at(-1)?.id ?? afterId };
  });
}

/**
 * Computes the open times again that end within eight days, and tries those that were not
 * understood before; answers how many are known now, and whether time ran out before the end.
 * Whatever is left is found by the next call. It makes no revision, since what the pins say does
 * not change.
 */
export async function renewOpenTimes(
  now: Date,
  longestMs = longestRunMs,
): Promise<{ count: number; isDone: boolean }> {
  const endsAt = performance.now() + longestMs;
  const hoursOf = rememberHours(now);
  let count = 0;
  for (let isLast = false; !isLast; ) {
    if (performance.now() > endsAt) return { count, isDone: false };
    const batch = await renewEnding(now, hoursOf);
    count += batch.count;
    isLast = batch.isLast;
  }
  let lastId = "00000000-0000-0000-0000-000000000000";
  for (let isLast = false; !isLast; ) {
    if (performance.now() > endsAt) return { count, isDone: false };
    const batch = await tryUnknown(hoursOf, lastId);
    count += batch.count;
    ({ isLast, lastId } = batch);
  }
  return { count, isDone: true };
}
