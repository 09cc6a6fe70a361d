import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { kindOf, kinds } from "@/features/kinds/index";
import { rememberHours } from "@/features/pins/hours/rules";
import { contentColumns } from "@/features/pins/mutations";
import { codeFrom } from "@/features/pins/rules";
import { standing } from "@/features/pins/verification/rules";
import { dayMs, now } from "@/lib/clock";
import { copyLine } from "./copy";
import { type Dice, dice, drawByWeight } from "./dice";
import { drawPins } from "./likely-pin";
import { drawPeople, type Person } from "./people";

const sourceCount = 50;
/** Rows of one COPY: what triggers do at the end of each stays small. */
const copySize = 100_000;
const textSize = 500;
const meanAgeMs = 200 * dayMs;

/** A code of its own for each of 31^6 numbers, in no visible order. */
function codeOf(place: number): string {
  let left = (place * 514_229 + 196_418) % 31 ** 6;
  const digits = Array.from({ length: 6 }, () => {
    const digit = left % 31;
    left = Math.floor(left / 31);
    return digit;
  });
  return codeFrom(Uint8Array.from(digits));
}

/** Two neighbours who have been there, for some of the pins. */
function wordsAbout(roll: Dice, at: Date) {
  if (roll() > 0.3) return [];
  const said = { answer: "still-there", change: null, weight: 0.5, at } as const;
  return [
    { ...said, person: "one" },
    { ...said, person: "two" },
  ];
}

/** Draws whole rows of the table pin, as the product itself would have written them. */
function drawRows(sourceIds: readonly string[], roll: Dice, at: Date) {
  const nextPin = drawPins(kinds, roll);
  const hoursOf = rememberHours(at);
  const visible = [["listed", 98] as const, ["held", 1] as const, ["removed", 1] as const];
  const nextVisibility = drawByWeight(visible, ([, weight]) => weight, roll);
  const states = [["open", 96] as const, ["paused", 2] as const, ["closed", 1] as const];
  const nextStatus = drawByWeight([...states, ["gone", 1] as const], ([, weight]) => weight, roll);
  return (person: Person, place: number) => {
    const observedAt = new Date(at.getTime() + Math.log(1 - roll()) * meanAgeMs);
    const content = nextPin(person, observedAt);
    const sourceId = roll() < 0.9 ? sourceIds[place % sourceCount] : null;
    const importedMs = observedAt.getTime() + roll() * (at.getTime() - observedAt.getTime());
    const times = standing({
      freshDays: kindOf(content.kind).freshness.freshDays,
      lastDay: null,
      timeZone: content.timeZone,
      addedBy: null,
      createdAt: observedAt,
      observedAt,
      importedAt: sourceId ? new Date(importedMs) : null,
      words: wordsAbout(roll, observedAt),
    });
    return {
      ...contentColumns(content, hoursOf(content)),
      exceptions: JSON.stringify(content.exceptions),
      code: codeOf(place),
      status: nextStatus()[0],
      visibility: nextVisibility()[0],
      source_id: sourceId,
      external_id: sourceId ? String(place) : null,
      content_hash: sourceId ? "1" : null,
      observed_at: observedAt,
      created_at: observedAt,
      updated_at: observedAt,
      checked_at: times.checkedAt,
      checked_by_count: times.checkedByCount,
      fresh_until: times.freshUntil,
      ageing_until: times.ageingUntil,
      dormant_at: times.dormantAt,
    };
  };
}

async function addSources(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    "insert into source (name) select 'List ' || number from generate_series(1, $1) number returning id",
    [sourceCount],
  );
  return rows.map(({ id }) => id);
}

export type Spread = { seconds: number; nextPerson: () => Person };

/**
 * Fills an empty database with so many pins where people live, by COPY. They have no revisions,
 * which nothing on a map or in a list reads. Answers with more people of the same towns.
 */
export async function spreadPins(databaseUrl: string, count: number): Promise<Spread> {
  const roll = dice(41);
  const nextPerson = drawPeople(roll);
  const startedMs = performance.now();
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const rowOf = drawRows(await addSources(client), roll, now());
  const columns = Object.keys(rowOf(nextPerson(), 0)).join(", ");
  function* texts(first: number, end: number) {
    for (let start = first; start < end; start += textSize) {
      const size = Math.min(textSize, end - start);
      const lines = Array.from({ length: size }, (_, place) =>
        copyLine(Object.values(rowOf(nextPerson(), start + place))),
      );
      yield lines.join("");
    }
  }
  for (let first = 0; first < count; first += copySize) {
    const end = Math.min(first + copySize, count);
    const table = client.query(copyFrom(`copy pin (${columns}) from stdin`));
    await pipeline(Readable.from(texts(first, end)), table);
  }
  await client.query("vacuum analyze");
  await client.end();
  return { seconds: (performance.now() - startedMs) / 1000, nextPerson };
}
