import "server-only";
import { z } from "zod";
import { dayMs } from "@/lib/clock";
import { type Transaction, transaction } from "@/lib/db";
import { exceptionsSchema } from "./exceptions/schema";
import { rememberHours, storedOpenTimes } from "./rules";

const batchSize = 500;

/** Open times are renewed when they end sooner than this. */
const soonMs = 7 * dayMs;

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

async function renewBatch(tx: Transaction, now: Date, afterId: string) {
  const soon = new Date(now.getTime() + soonMs);
  const pins = rowsSchema.parse(
    await tx.$queryRaw`
      select id, opening_hours as "openingHours", exceptions, time_zone as "timeZone", lng, lat, country, region
      from pin
      where opening_hours is not null and id > ${afterId}::uuid
        and (hours_known_until is null or hours_known_until < ${soon})
      order by id
      limit ${batchSize}
      for update`,
  );
  const hoursOf = rememberHours(now);
  const renewed = pins.map((pin) => {
    const { openTimes, hoursKnownUntil } = hoursOf(pin);
    return {
      id: pin.id,
      open_times: storedOpenTimes(openTimes),
      hours_known_until: hoursKnownUntil,
    };
  });
  await tx.$executeRaw`
    update pin set open_times = given.open_times, hours_known_until = given.hours_known_until
    from jsonb_populate_recordset(null::pin, ${JSON.stringify(renewed)}::jsonb) given
    where pin.id = given.id`;
  const known = renewed.filter(({ hours_known_until }) => hours_known_until !== null);
  return { count: known.length, isLast: pins.length < batchSize, lastId: pins.at(-1)?.id };
}

/**
 * Computes the open times again that end within a week, and those that were not understood before;
 * answers how many are known now. Whatever is left when it is interrupted is found by the next
 * call. It makes no revision, since what the pin says does not change.
 */
export async function renewOpenTimes(now: Date): Promise<number> {
  let count = 0;
  let lastId = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const batch = await transaction((tx) => renewBatch(tx, now, lastId));
    count += batch.count;
    if (batch.isLast || !batch.lastId) return count;
    lastId = batch.lastId;
  }
}
