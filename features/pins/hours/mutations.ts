import "server-only";
import { z } from "zod";
import { detailsSchema } from "@/features/kinds/schema";
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
    details: detailsSchema,
    timeZone: z.string(),
    lng: z.number(),
    lat: z.number(),
    country: z.string().nullable(),
    region: z.string().nullable(),
    knownUntil: z.date().nullable(),
  }),
);

/** The last pin that a run has looked at. */
type Place = { knownUntil: Date | null; id: string };

const beginning: Place = { knownUntil: new Date(0), id: "00000000-0000-0000-0000-000000000000" };

/**
 * SQL for what comes after a pin among those whose known times end soon. A run passes each pin: some
 * end soon however often they are computed, at the first time that is not certain.
 */
const endingAfter = (now: Date, { knownUntil, id }: Place) => Prisma.sql`
  (hours_known_until, id) > (${knownUntil}::timestamptz, ${id}::uuid)
  and hours_known_until < ${new Date(now.getTime() + soonMs)}
  order by hours_known_until, id`;

/** The same among those of which nothing was known: what was not certain may lie behind by now. */
const unknownAfter = (_now: Date, { id }: Place) => Prisma.sql`
  hours_known_until is null and id > ${id}::uuid order by hours_known_until, id`;

/**
 * Computes the open times of the pins that a condition selects, in that order. Pins that somebody
 * is writing are left to the next run: it waits for nobody, and nobody waits for more than a batch.
 */
async function renewBatch(
  tx: Transaction,
  wanted: Prisma.Sql,
  hoursOf: ReturnType<typeof rememberHours>,
) {
  const pins = rowsSchema.parse(
    await tx.$queryRaw`
      select id, opening_hours as "openingHours", exceptions, details, time_zone as "timeZone",
        lng, lat, country, region, hours_known_until as "knownUntil"
      from pin
      where opening_hours is not null and ${wanted}
      limit ${batchSize}
      for update skip locked`,
  );
  const renewed = pins.flatMap((pin) => {
    const { openTimes, hoursKnownUntil } = hoursOf(pin);
    if (hoursKnownUntil?.getTime() === pin.knownUntil?.getTime()) return [];
    const open_times = storedOpenTimes(openTimes);
    return [{ id: pin.id, open_times, hours_known_until: hoursKnownUntil }];
  });
  const known = renewed.filter(({ hours_known_until }) => hours_known_until !== null);
  if (renewed.length > 0) await writeTimes(tx, renewed);
  return { last: pins.at(-1), isLast: pins.length < batchSize, count: known.length };
}

const writeTimes = (tx: Transaction, renewed: readonly object[]) => tx.$executeRaw`
  update pin set open_times = given.open_times, hours_known_until = given.hours_known_until
  from jsonb_populate_recordset(null::pin, ${JSON.stringify(renewed)}::jsonb) given
  where pin.id = given.id`;

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
  for (const wantedAfter of [endingAfter, unknownAfter]) {
    let last = beginning;
    for (let isLast = false; !isLast; ) {
      if (performance.now() > endsAt) return { count, isDone: false };
      const wanted = wantedAfter(now, last);
      const batch = await transaction((tx) => renewBatch(tx, wanted, hoursOf));
      count += batch.count;
      last = batch.last ?? last;
      isLast = batch.isLast;
    }
  }
  return { count, isDone: true };
}
