import "server-only";
import { z } from "zod";
import { kindOf } from "@/features/kinds/index";
import { recordRevisions } from "@/features/pins/history/mutations";
import { rememberHours } from "@/features/pins/hours/rules";
import {
  contentColumns,
  contentColumnsSql,
  originColumnsSql,
  unusedCodes,
} from "@/features/pins/mutations";
import { lastDay } from "@/features/pins/rules";
import type { ImportRow } from "@/features/pins/schema";
import { restand } from "@/features/pins/verification/mutations";
import { standing } from "@/features/pins/verification/rules";
import { now } from "@/lib/clock";
import { Prisma, type Transaction } from "@/lib/db";

export type Batch = {
  sourceId: string;
  /** A thousand or so at a time; each externalId once. */
  rows: readonly ImportRow[];
  isSample?: boolean;
  /** True where the source has no pins yet but those of this list. */
  isFirst?: boolean;
  /** What is remembered of hours from batch to batch. */
  hoursOf?: ReturnType<typeof rememberHours>;
};

/** How many pins were new, changed, as before, and kept because members had changed them. */
export type Imported = { added: number; updated: number; unchanged: number; kept: number };

/** The rows as their columns, in the same order. */
function storedRows(
  rows: readonly ImportRow[],
  { sourceId, isSample = false, hoursOf = rememberHours(now()) }: Batch,
  codes: readonly string[] = [],
) {
  const at = now();
  return rows.map((row, place) => {
    const { freshDays, endsOnField } = kindOf(row.kind).freshness;
    const times = standing({
      freshDays,
      lastDay: lastDay(row.details, endsOnField),
      timeZone: row.timeZone,
      addedBy: null,
      createdAt: at,
      observedAt: row.observedAt,
      importedAt: at,
      words: [],
    });
    return {
      ...contentColumns(row, hoursOf(row)),
      code: codes[place],
      visibility: "listed",
      is_sample: isSample,
      source_id: sourceId,
      external_id: row.externalId,
      content_hash: row.contentHash,
      observed_at: row.observedAt,
      created_at: at,
      updated_at: at,
      fresh_until: times.freshUntil,
      ageing_until: times.ageingUntil,
      dormant_at: times.dormantAt,
    };
  });
}

const presentSchema = z.array(
  z.object({
    id: z.uuid(),
    externalId: z.string(),
    contentHash: z.string().nullable(),
    isEdited: z.boolean(),
  }),
);

async function readPresent(tx: Transaction, { sourceId, rows }: Batch) {
  const externalIds = rows.map((row) => row.externalId);
  const found = await tx.$queryRaw`
    select pin.id, pin.external_id as "externalId", pin.content_hash as "contentHash",
      exists (select from pin_revision where pin_id = pin.id and action = 'edited') as "isEdited"
    from pin
    where pin.source_id = ${sourceId}::uuid and pin.external_id = any(${externalIds}::text[])
    for update of pin`;
  return new Map(presentSchema.parse(found).map((pin) => [pin.externalId, pin]));
}

const idRows = z.array(z.object({ id: z.uuid() }));

async function insertRows(
  tx: Transaction,
  batch: Batch,
  rows: readonly ImportRow[],
): Promise<void> {
  const stored = storedRows(rows, batch, await unusedCodes(tx, rows.length));
  const inserted = await tx.$queryRaw(Prisma.sql`
    insert into pin (${contentColumnsSql}, ${originColumnsSql})
    select ${contentColumnsSql}, ${originColumnsSql}
    from json_populate_recordset(null::pin, ${JSON.stringify(stored)}::json)
    returning id`);
  const ids = idRows.parse(inserted).map(({ id }) => id);
  await recordRevisions(tx, ids, { action: "imported", memberId: null });
}

async function updateRows(
  tx: Transaction,
  batch: Batch,
  rows: readonly ImportRow[],
): Promise<void> {
  const stored = storedRows(rows, batch);
  const updated = await tx.$queryRaw(Prisma.sql`
    update pin set (${contentColumnsSql}, observed_at, content_hash) = (
        select ${contentColumnsSql}, observed_at, content_hash
        from jsonb_populate_record(null::pin, given.stored)
      ),
      version = version + 1, updated_at = ${now()}
    from jsonb_array_elements(${JSON.stringify(stored)}::jsonb) given(stored)
    where pin.source_id = ${batch.sourceId}::uuid and pin.external_id = given.stored ->> 'external_id'
    returning pin.id`);
  const ids = idRows.parse(updated).map(({ id }) => id);
  await recordRevisions(tx, ids, { action: "imported", memberId: null });
  await restand(tx, ids);
}

/**
 * Writes a batch of a list: what is new is added, what changed since the last import is updated,
 * each with its revision; the rest stays untouched. A pin that members have edited is theirs now
 * and stays as they left it. Runs in the caller's transaction, so that a list comes whole or not
 * at all.
 */
export async function importPins(tx: Transaction, batch: Batch): Promise<Imported> {
  const present: Awaited<ReturnType<typeof readPresent>> = batch.isFirst
    ? new Map()
    : await readPresent(tx, batch);
  const missing = batch.rows.filter((row) => !present.has(row.externalId));
  const changed = batch.rows.filter((row) => {
    const pin = present.get(row.externalId);
    return pin !== undefined && pin.contentHash !== row.contentHash;
  });
  const theirs = changed.filter((row) => present.get(row.externalId)?.isEdited);
  const ours = changed.filter((row) => !theirs.includes(row));
  if (missing.length > 0) await insertRows(tx, batch, missing);
  if (ours.length > 0) await updateRows(tx, batch, ours);
  return {
    added: missing.length,
    updated: ours.length,
    unchanged: batch.rows.length - missing.length - changed.length,
    kept: theirs.length,
  };
}

/** Takes every sample off the map, with its history; answers how many there were. */
export async function removeSamples(tx: Transaction): Promise<number> {
  const { count } = await tx.pin.deleteMany({ where: { isSample: true } });
  return count;
}
