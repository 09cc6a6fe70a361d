import { randomUUID } from "node:crypto";
import pg from "pg";
import { keepCounts } from "@/features/pins/tiles/counts/mutations";
import { recountPins } from "@/features/pins/tiles/counts/recount/mutations";
import { minuteMs, now } from "@/lib/clock";
import { type Figure, spreadOf } from "./figures";
import { query } from "./servers";

const writerCount = 32;
const writingMs = 5_000;
const rounds = 3;

/** A tap in one and the same cell of the counts. */
const addPin = (client: pg.Client) =>
  client.query(
    `insert into pin (code, kind, name, folded, lng, lat, time_zone, observed_at, ageing_until, dormant_at)
    values ($1, 'water', 'Tap', 'tap', -87.63, 41.88, 'UTC', now(), now() + interval '9 days', now() + interval '9 days')`,
    [randomUUID()],
  );

/** How many pins a second as many writers add at one spot, each in a transaction of its own. */
async function rateOfWriters(writers: readonly pg.Client[]): Promise<number> {
  const startedMs = performance.now();
  let count = 0;
  await Promise.all(
    writers.map(async (writer) => {
      while (performance.now() - startedMs < writingMs) {
        await addPin(writer);
        count++;
      }
    }),
  );
  return (count * 1000) / (performance.now() - startedMs);
}

async function measureWriters(url: string): Promise<Figure[]> {
  const writers = Array.from(
    { length: writerCount },
    () => new pg.Client({ connectionString: url }),
  );
  await Promise.all(writers.map((writer) => writer.connect()));
  const counted: number[] = [];
  const bare: number[] = [];
  try {
    await rateOfWriters(writers);
    for (let round = 0; round < rounds; round++) {
      counted.push(await rateOfWriters(writers));
      await query(url, "alter table pin disable trigger user");
      bare.push(await rateOfWriters(writers));
      await query(url, "alter table pin enable trigger user");
    }
  } finally {
    await Promise.all(writers.map((writer) => writer.end()));
  }
  const [withCounts, without] = [spreadOf(counted).median, spreadOf(bare).median];
  return [
    {
      what: `pins added in one cell by ${writerCount} connections, counted ahead`,
      value: withCounts,
      unit: "a second",
    },
    { what: "the same without the triggers that count", value: without, unit: "a second" },
    { what: "with them, of the rate without", value: (100 * withCounts) / without, unit: "%" },
  ];
}

/** How long a recount takes, and how long what is written meanwhile waits until it is added up. */
async function measureRecount(url: string): Promise<Figure[]> {
  const writer = new pg.Client({ connectionString: url });
  await writer.connect();
  const waits: number[] = [];
  let isOver = false;
  const startedMs = performance.now();
  const recounting = recountPins(now()).finally(() => {
    isOver = true;
  });
  while (!isOver) {
    await addPin(writer);
    const writtenMs = performance.now();
    await keepCounts();
    waits.push(performance.now() - writtenMs);
  }
  await recounting;
  const tookMs = performance.now() - startedMs;
  await writer.end();
  const againMs = performance.now();
  await recountPins(now());
  return [
    { what: "a recount of all pins, while one writer adds some", value: tookMs, unit: "ms" },
    {
      what: "a recount with little to put right",
      value: performance.now() - againMs,
      unit: "ms",
    },
    {
      what: "adding up what was written during a recount, median",
      value: spreadOf(waits).median,
      unit: "ms",
    },
    {
      what: "the longest that a written pin waited for it",
      value: spreadOf(waits).most,
      unit: "ms",
      atMost: minuteMs,
    },
  ];
}

/**
 * What counting ahead costs (docs/decisions/0012): a recount, and writers at one spot. It adds pins
 * and leaves uncounted what it wrote without triggers, so that nothing can be measured after it.
 */
export async function measureCounting(url: string): Promise<Figure[]> {
  await keepCounts();
  return [...(await measureRecount(url)), ...(await measureWriters(url))];
}
