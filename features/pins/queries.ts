import "server-only";
import { z } from "zod";
import type { Viewer } from "@/features/members/schema";
import { now } from "@/lib/clock";
import { db, Prisma, queryPlannedOnce } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { insideBoxSql, nearestFirstSql, nearOnPlaneSql } from "@/lib/geo";
import type { BoundingBox, LngLat } from "@/lib/lng-lat";
import { filterSql, freshnessSql, isListedSql, isOpenSql, kindsAskedFor } from "./filter/queries";
import { isUsual } from "./filter/rules";
import { withNextOpenings } from "./hours/queries";
import { nearestIdsSql, pinPlace } from "./nearest/queries";
import { normaliseCode } from "./rules";
import {
  noFilter,
  type PinDetail,
  type PinFilter,
  type PinSummary,
  pinDetailSchema,
  pinSummarySchema,
  type Revision,
  revisionSchema,
} from "./schema";

/** Where to look. With a point the nearest come first; without one the order is fixed but means nothing. */
export type Area = { near?: LngLat; radiusMetres?: number; box?: BoundingBox };

export type PinPage = {
  pins: PinSummary[];
  /** Hand it back for the next page; null on the last one. */
  cursor: string | null;
};

type Paging = { filter?: PinFilter; limit?: number; cursor?: string | null };

const location = Prisma.sql`pin.location`;

/** Who did it, for a member who is still here; the table is member. */
const authorSql = Prisma.sql`case when member.deleted_at is null and member.id is not null
      then jsonb_build_object('handle', member.handle, 'displayName', member.display_name) end`;

/** The columns of pinSummarySchema; the tables are pin and source. */
export const summaryColumnsSql = (at: Date, near?: LngLat) => Prisma.sql`
    pin.id, pin.code, pin.kind, pin.name, pin.lng, pin.lat, pin.is_approximate as "isApproximate",
    pin.time_zone as "timeZone", pin.street, pin.city, pin.region, pin.postcode,
    pin.hours_text as "hoursText", pin.opening_hours as "openingHours", pin.exceptions,
    ${isOpenSql(at)} as "isOpen",
    case when ${isOpenSql(at)} then (
      select upper(time) from unnest(pin.open_times) time
      where time @> ${at}::timestamptz and upper(time) < pin.hours_known_until
    ) end as "openUntil",
    case when not ${isOpenSql(at)} and pin.status = 'open' then (
      select min(lower(time)) from unnest(pin.open_times) time where lower(time) > ${at}
    ) end as "opensAt",
    pin.details, pin.status, pin.paused_until as "pausedUntil", ${freshnessSql(at)} as freshness,
    pin.checked_at as "checkedAt", pin.checked_by_count as "checkedByCount", pin.doubt,
    pin.observed_at as "observedAt", pin.is_sample as "isSample",
    source.name as source, source.licence,
    ${near ? nearestFirstSql(location, near) : Prisma.sql`null::float8`} as "distanceMetres"`;

/** What pinDetailSchema has beside the summary; the table is member. */
const detailColumnsSql = Prisma.sql`
    pin.country, pin.description, pin.phone, pin.website, pin.visibility, pin.version,
    pin.doubted_at as "doubtedAt", pin.created_at as "createdAt", pin.updated_at as "updatedAt",
    ${authorSql} as "addedBy"`;

/** SQL that is true for the pins of an area that fit a filter: one text for lists and counts. */
function wantedSql({ near, radiusMetres, box }: Area, filter: PinFilter, at: Date): Prisma.Sql {
  const conditions = [filterSql(filter, at)];
  if (box) conditions.push(insideBoxSql(location, box));
  if (near && radiusMetres !== undefined) {
    conditions.push(nearOnPlaneSql(pinPlace, near, radiusMetres));
  }
  return Prisma.join(conditions, " and ");
}

const cursorSchema = z.tuple([z.number().nullable(), z.uuid()]);

const cursorAfter = ({ distanceMetres, id }: PinSummary): string =>
  Buffer.from(JSON.stringify([distanceMetres, id])).toString("base64url");

const notACursor = (cause?: unknown) =>
  new AppError("bad-request", {
    cause,
    field: "cursor",
    detail: "This cursor belongs to no list. Take it from the `next` link of the same list.",
  });

/** Throws `bad-request` for anything but a cursor that was handed out for the same kind of list. */
function parseCursor(cursor: string, isByDistance: boolean): { metres: number | null; id: string } {
  try {
    const text = Buffer.from(cursor, "base64url").toString("utf8");
    const [metres, id] = cursorSchema.parse(JSON.parse(text));
    if ((metres !== null) === isByDistance) return { metres, id };
  } catch (cause) {
    throw notACursor(cause);
  }
  throw notACursor();
}

/** The text of a list, to be asked again with `isThorough` where a row of it is not proven; exported for its snapshot and for bench/. */
export function listSql(
  area: Area,
  filter: PinFilter,
  {
    limit,
    cursor,
    isThorough = false,
  }: { limit: number; cursor?: string | null; isThorough?: boolean },
  at: Date,
) {
  const { near } = area;
  const after = cursor ? parseCursor(cursor, near !== undefined) : null;
  const found = near
    ? nearestIdsSql(near, {
        kinds: filter.kinds.length > 0 ? kindsAskedFor(filter) : null,
        wanted: Prisma.join(
          [
            wantedSql(area, { ...filter, kinds: [] }, at),
            after
              ? Prisma.sql`(${nearestFirstSql(location, near)}, pin.id) > (${after.metres}::float8, ${after.id}::uuid)`
              : Prisma.sql`true`,
          ],
          " and ",
        ),
        limit,
        isThorough,
      })
    : Prisma.sql`select pin.id, true as is_proven from pin
      where ${wantedSql(area, filter, at)} and ${after ? Prisma.sql`pin.id > ${after.id}::uuid` : Prisma.sql`true`}
      order by pin.id limit ${limit}::int`;
  return Prisma.sql`
    select ${summaryColumnsSql(at, near)}, pin.country, found.is_proven as "isProven"
    from (${found}) found join pin on pin.id = found.id left join source on source.id = pin.source_id
    order by "distanceMetres", pin.id
    limit ${limit}::int`;
}

const listRowsSchema = z.array(
  pinSummarySchema.extend({ country: z.string().nullable(), isProven: z.boolean() }),
);

/** Asks quickly, and where that proves nothing, once more thoroughly; exported for bench/. */
export async function provenRows<Row extends { isProven: boolean }>(
  ask: (isThorough: boolean) => Promise<Row[]>,
): Promise<Row[]> {
  const rows = await ask(false);
  return rows.every(({ isProven }) => isProven) ? rows : ask(true);
}

async function findPins(
  area: Area,
  { filter = noFilter, limit = 50, cursor }: Paging,
): Promise<PinPage> {
  const at = now();
  const paging = { limit: limit + 1, cursor };
  const isFew = area.near && !area.box && !cursor && isUsual(filter);
  const found = await provenRows(async (isThorough) => {
    const sql = listSql(area, filter, { ...paging, isThorough }, at);
    const isPlannedOnce = isFew && !isThorough;
    const rows = await (isPlannedOnce ? queryPlannedOnce(sql) : db().$queryRaw(sql));
    return listRowsSchema.parse(rows);
  });
  const pins = withNextOpenings(found.slice(0, limit), at).map(
    ({ isProven: _, country: _country, ...pin }) => pin,
  );
  const last = pins.at(-1);
  return { pins, cursor: found.length > limit && last ? cursorAfter(last) : null };
}

/** The pins around a point, nearest first; with a radius or a box, only those inside it. */
export const nearestPins = (
  _viewer: Viewer,
  { near, radiusMetres, box, ...paging }: Area & { near: LngLat } & Paging,
): Promise<PinPage> => findPins({ near, radiusMetres, box }, paging);

/** The pins inside a box, without one all of them, in an order that stays the same from page to page. */
export const pinsInBox = (
  _viewer: Viewer,
  { box, ...paging }: { box?: BoundingBox } & Paging,
): Promise<PinPage> => findPins({ box }, paging);

export const countSql = (area: Area, filter: PinFilter, at: Date) =>
  Prisma.sql`select count(*)::int as count from pin where ${wantedSql(area, filter, at)}`;

/** The same everywhere, but no more than so many. */
export const fewSql = (filter: PinFilter, most: number, at: Date) =>
  Prisma.sql`select count(*)::int as count
    from (select from pin where ${wantedSql({}, filter, at)} limit ${most}::int) few`;

/** How many pins a list would show on all its pages together. */
export async function countPins(
  _viewer: Viewer,
  { filter = noFilter, ...area }: Area & { filter?: PinFilter },
): Promise<number> {
  const rows = await db().$queryRaw(countSql(area, filter, now()));
  return z.tuple([z.object({ count: z.number() })]).parse(rows)[0].count;
}

/** SQL that is true for what was not held back from this viewer; the table is pin. */
const isShownToSql = (viewer: Viewer, visibility: Prisma.Sql) =>
  viewer.isMember
    ? Prisma.sql`(${visibility} <> 'held' or pin.member_id = ${viewer.memberId}::uuid)`
    : Prisma.sql`${visibility} <> 'held'`;

export const detailSql = (wanted: Prisma.Sql, viewer: Viewer, at: Date) => Prisma.sql`
    select ${summaryColumnsSql(at)}, ${detailColumnsSql}
    from pin
    left join source on source.id = pin.source_id
    left join member on member.id = pin.member_id
    where ${wanted} and ${isShownToSql(viewer, Prisma.sql`pin.visibility`)}`;

async function onePin(viewer: Viewer, wanted: Prisma.Sql): Promise<PinDetail> {
  const at = now();
  const rows = await db().$queryRaw(detailSql(wanted, viewer, at));
  const [pin] = withNextOpenings(z.array(pinDetailSchema).parse(rows), at);
  if (!pin) throw new AppError("not-found");
  if (pin.visibility === "removed") throw new AppError("gone");
  return pin;
}

/** Throws `not-found`, also for a pin that is held and not the viewer's own, or `gone` for a removed one. */
export async function pinById(viewer: Viewer, id: string): Promise<PinDetail> {
  if (!z.uuid().safeParse(id).success) throw new AppError("not-found");
  return onePin(viewer, Prisma.sql`pin.id = ${id}::uuid`);
}

/** The pin with this short code, from a sticker or a link; throws as `pinById` does. */
export const pinByCode = (viewer: Viewer, code: string): Promise<PinDetail> =>
  onePin(viewer, Prisma.sql`pin.code = ${normaliseCode(code)}`);

/** What a pin said while it was held, as a home's address, stays its author's when it is listed. */
export const revisionsSql = (viewer: Viewer, pinId: string) => Prisma.sql`
  select revision.version, revision.action, revision.created_at as at, revision.snapshot,
    ${authorSql} as by
  from pin_revision revision
  join pin on pin.id = revision.pin_id
  left join member on member.id = revision.member_id
  where revision.pin_id = ${pinId}::uuid
    and ${isShownToSql(viewer, Prisma.sql`(revision.snapshot->>'visibility')`)}
  order by revision.version desc
  limit 200`;

/** A pin's recorded changes that this viewer may see, newest first; throws as `pinById` does. */
export async function revisionsOf(viewer: Viewer, pinId: string): Promise<Revision[]> {
  const pin = await pinById(viewer, pinId);
  return z.array(revisionSchema).parse(await db().$queryRaw(revisionsSql(viewer, pin.id)));
}

const sourceOfPinsSchema = z.object({
  name: z.string(),
  licence: z.string().nullable(),
  pinCount: z.number().int(),
});

/** The lists that pins on the map come from, the largest first, at most 200. */
export async function sourcesOfPins(
  _viewer: Viewer,
): Promise<z.infer<typeof sourceOfPinsSchema>[]> {
  const rows = await db().$queryRaw(Prisma.sql`
    select source.name, source.licence, count(*)::int as "pinCount"
    from source join pin on pin.source_id = source.id
    where ${isListedSql}
    group by source.id
    order by count(*) desc, source.name
    limit 200`);
  return z.array(sourceOfPinsSchema).parse(rows);
}
