import "server-only";
import { randomBytes } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { kindOf } from "@/features/kinds/index";
import { certainFacts } from "@/features/kinds/rules";
import type { MemberViewer } from "@/features/members/schema";
import { now } from "@/lib/clock";
import { Prisma, type Transaction, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { once } from "@/lib/idempotency";
import { takeToken } from "@/lib/rate-limit";
import { can } from "./can";
import { recordRevisions } from "./history/mutations";
import { type KnownHours, knownHours, storedOpenTimes } from "./hours/rules";
import {
  codeFrom,
  foldedWords,
  holdReason,
  lastDay,
  limitsOf,
  refusal,
  refusedEdit,
} from "./rules";
import {
  type AddAnswer,
  addAnswerSchema,
  type EditAnswer,
  editAnswerSchema,
  type PinContent,
  pinContentSchema,
} from "./schema";
import { restand } from "./verification/mutations";
import { standing } from "./verification/rules";

/** The columns of what can be edited; the order is that of no meaning, but always the same. */
export const contentColumnsSql = Prisma.sql`kind, name, folded, lng, lat, is_approximate,
  time_zone, street, city, region, postcode, country, hours_text, opening_hours, exceptions, open_times,
  hours_known_until, description, phone, website, details, facts`;

/** The columns that are written when a pin is made. */
export const originColumnsSql = Prisma.sql`code, visibility, is_sample, observed_at, fresh_until,
  ageing_until, dormant_at, source_id, external_id, content_hash, member_id, created_at, updated_at`;

/** A pin's content as its columns, with what is derived from it. */
export function contentColumns(content: PinContent, { openTimes, hoursKnownUntil }: KnownHours) {
  const kind = kindOf(content.kind);
  const kindWords = Object.values(kind.words).map(({ one }) => one);
  return {
    kind: content.kind,
    name: content.name,
    folded: foldedWords(content, kindWords),
    lng: content.lng,
    lat: content.lat,
    is_approximate: content.isApproximate,
    time_zone: content.timeZone,
    street: content.street,
    city: content.city,
    region: content.region,
    postcode: content.postcode,
    country: content.country,
    hours_text: content.hoursText,
    opening_hours: content.openingHours,
    exceptions: content.exceptions,
    open_times: storedOpenTimes(openTimes),
    hours_known_until: hoursKnownUntil,
    description: content.description,
    phone: content.phone,
    website: content.website,
    details: content.details,
    facts: certainFacts(kind, content.details),
  };
}

/** So many codes that no pin has. */
export async function unusedCodes(tx: Transaction, count: number): Promise<string[]> {
  const codes = new Set<string>();
  while (codes.size < count) {
    const drawn = Array.from({ length: count - codes.size }, () => codeFrom(randomBytes(6)));
    const used = await tx.pin.findMany({ where: { code: { in: drawn } }, select: { code: true } });
    for (const code of drawn) if (!used.some((pin) => pin.code === code)) codes.add(code);
  }
  return [...codes];
}

const idRows = z.tuple([z.object({ id: z.uuid() })]);

async function insertPin(
  tx: Transaction,
  memberId: string,
  content: PinContent,
): Promise<AddAnswer> {
  const at = now();
  const [code = ""] = await unusedCodes(tx, 1);
  const { freshDays, endsOnField } = kindOf(content.kind).freshness;
  const { freshUntil, ageingUntil, dormantAt } = standing({
    freshDays,
    lastDay: lastDay(content.details, endsOnField),
    timeZone: content.timeZone,
    addedBy: memberId,
    createdAt: at,
    observedAt: at,
    importedAt: null,
    words: [],
  });
  const visibility = holdReason(content) ? "held" : "listed";
  const row = {
    ...contentColumns(content, knownHours(content, at)),
    code,
    visibility,
    is_sample: false,
    member_id: memberId,
    observed_at: at,
    created_at: at,
    updated_at: at,
    fresh_until: freshUntil,
    ageing_until: ageingUntil,
    dormant_at: dormantAt,
  };
  const [{ id }] = idRows.parse(
    await tx.$queryRaw(Prisma.sql`
      insert into pin (${contentColumnsSql}, ${originColumnsSql})
      select ${contentColumnsSql}, ${originColumnsSql}
      from jsonb_populate_record(null::pin, ${JSON.stringify(row)}::jsonb)
      returning id`),
  );
  await recordRevisions(tx, [id], { action: "added", memberId });
  return { ok: true, id, code, visibility };
}

/** Facts without the time at which they were said, which differs when a form is sent twice. */
const asSent = ({ details, ...content }: PinContent) => ({
  ...content,
  details: Object.entries(details).map(([id, said]) => [
    id,
    typeof said === "string" ? said : said.value,
  ]),
});

/**
 * Puts a member's pin on the map at once, marked new, or holds what looks dangerous. The same key
 * again does nothing and answers the same. Throws `too-many` above the day's number of new pins,
 * and `conflict` when the key came before with other content.
 */
export async function addPin(
  member: MemberViewer,
  key: string,
  content: PinContent,
): Promise<AddAnswer> {
  const reason = refusal(content);
  if (reason) return { ok: false, reason };
  const { memberId, joinedAt } = member;
  const deed = { key, scope: memberId, action: "pins.add", input: asSent(content) };
  return transaction((tx) =>
    once(tx, { ...deed, answer: addAnswerSchema }, async () => {
      await takeToken(tx, `pins.add:${memberId}`, limitsOf(joinedAt, now()).add);
      return insertPin(tx, memberId, content);
    }),
  );
}

const loadedSchema = pinContentSchema.extend({
  memberId: z.string().nullable(),
  visibility: z.enum(["listed", "held", "removed"]),
});

async function loadForEdit(tx: Transaction, pinId: string) {
  await tx.$queryRaw`select id from pin where id = ${pinId}::uuid for update`;
  const pin = await tx.pin.findUnique({ where: { id: pinId } });
  if (!pin) throw new AppError("not-found");
  return loadedSchema.parse(pin);
}

/** Whether the content was changed after that version; a check changes none. */
async function isChangedSince(tx: Transaction, pinId: string, version: number): Promise<boolean> {
  const action = { in: ["edited", "imported"] };
  const changes = await tx.pinRevision.count({
    where: { pinId, version: { gt: version }, action },
  });
  return changes > 0;
}

type Edit = {
  pinId: string;
  /** The version that the form was filled from. */
  baseVersion: number;
  content: PinContent;
};

async function updatePin(
  tx: Transaction,
  memberId: string,
  { pinId, content }: Edit,
): Promise<void> {
  const at = now();
  const row = contentColumns(content, knownHours(content, at));
  await tx.$executeRaw(Prisma.sql`
    update pin set (${contentColumnsSql}) = (
        select ${contentColumnsSql}
        from jsonb_populate_record(null::pin, ${JSON.stringify(row)}::jsonb)
      ),
      version = version + 1, updated_at = ${at},
      visibility = case when ${holdReason(content) === null} and visibility = 'held'
        then 'listed' else visibility end,
      doubted_at = case when doubt = 'changed' then null else doubted_at end,
      doubt = nullif(doubt, 'changed')
    where id = ${pinId}::uuid`);
  await restand(tx, [pinId]);
  await recordRevisions(tx, [pinId], { action: "edited", memberId });
}

/** Takes the used key back with the rest of the transaction, so that the form can be sent again. */
class Outdated extends Error {}

/**
 * Changes a pin and keeps what it was. When somebody else changed it since `baseVersion`, nothing
 * happens and the answer is `conflict`: the form then shows both versions. An edit also answers a
 * doubt that something had changed, and takes a held pin off hold when the reason is gone. Throws `not-found`, `not-allowed` or `too-many`.
 */
export async function editPin(member: MemberViewer, key: string, edit: Edit): Promise<EditAnswer> {
  const { memberId, joinedAt } = member;
  const { pinId, baseVersion, content } = edit;
  const input = { pinId, baseVersion, content: asSent(content) };
  const deed = { key, scope: memberId, action: "pins.edit", input, answer: editAnswerSchema };
  const work = async (tx: Transaction): Promise<EditAnswer> => {
    const pin = await loadForEdit(tx, pinId);
    if (!can(member, "edit", pin)) throw new AppError("not-allowed");
    const reason = refusal(content) ?? refusedEdit(pin, content);
    if (reason) return { ok: false, reason };
    return once(tx, deed, async () => {
      if (await isChangedSince(tx, pinId, baseVersion)) throw new Outdated();
      if (isDeepStrictEqual(pinContentSchema.parse(pin), content)) return { ok: true };
      await takeToken(tx, `pins.edit:${memberId}`, limitsOf(joinedAt, now()).edit);
      await updatePin(tx, memberId, edit);
      return { ok: true };
    });
  };
  try {
    return await transaction(work);
  } catch (error) {
    if (error instanceof Outdated) return { ok: false, reason: "conflict" };
    throw error;
  }
}
