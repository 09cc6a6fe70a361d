import "server-only";
import { z } from "zod";
import { kindOf } from "@/features/kinds/index";
import { detailsSchema, kindIdSchema } from "@/features/kinds/schema";
import type { MemberViewer } from "@/features/members/schema";
import { can } from "@/features/pins/can";
import { recordRevisions } from "@/features/pins/history/mutations";
import { lastDay, limitsOf } from "@/features/pins/rules";
import { statusSchema } from "@/features/pins/schema";
import { dayMs, now } from "@/lib/clock";
import { db, type Transaction, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { once } from "@/lib/idempotency";
import { takeToken } from "@/lib/rate-limit";
import { checkWeight, standing, verdict } from "./rules";
import { type CheckAnswer, type CheckInput, checkAnswerSchema, wordSchema } from "./schema";

const storedWordSchema = wordSchema.extend({ at: z.coerce.date() });

const evidenceSchema = z.object({
  id: z.uuid(),
  kind: kindIdSchema,
  details: detailsSchema,
  timeZone: z.string(),
  addedBy: z.string().nullable(),
  createdAt: z.date(),
  observedAt: z.date(),
  importedAt: z.date().nullable(),
  status: statusSchema,
  doubt: z.enum(["changed", "gone"]).nullable(),
  doubtedAt: z.date().nullable(),
  flippedAt: z.date().nullable(),
  words: z.array(storedWordSchema),
});

const guardedSchema = z.object({
  memberId: z.string().nullable(),
  visibility: z.enum(["listed", "held", "removed"]),
});

/** The newest words are enough: none older than the longest time of a kind counts. */
const mostWords = 500;

async function readEvidence(tx: Transaction, pinIds: readonly string[]) {
  const rows = await tx.$queryRaw`
    select pin.id, pin.kind, pin.details, pin.time_zone as "timeZone", pin.status, pin.doubt,
      pin.doubted_at as "doubtedAt", pin.created_at as "createdAt", pin.observed_at as "observedAt",
      case when pin.source_id is null then pin.member_id end as "addedBy",
      case when pin.source_id is not null then (
        select max(created_at) from pin_revision where pin_id = pin.id and action = 'imported'
      ) end as "importedAt",
      (select max(created_at) from pin_revision where pin_id = pin.id and action = 'status') as "flippedAt",
      coalesce((
        select jsonb_agg(jsonb_build_object('person', coalesce(word.member_id::text, 'someone who left'),
          'answer', word.answer, 'change', word.change, 'weight', word.weight, 'at', word.created_at))
        from (
          select * from verification where pin_id = pin.id order by created_at desc limit ${mostWords}
        ) word
      ), '[]') as words
    from pin where pin.id = any(${pinIds}::uuid[])`;
  return z.array(evidenceSchema).parse(rows);
}

type EvidenceRow = z.infer<typeof evidenceSchema>;

function standingOf(pin: EvidenceRow) {
  const { freshDays, endsOnField } = kindOf(pin.kind).freshness;
  return standing({ ...pin, freshDays, lastDay: lastDay(pin.details, endsOnField) });
}

/** Computes again how sure we are of pins, after words about them or their content changed. */
export async function restand(tx: Transaction, pinIds: readonly string[]): Promise<void> {
  const standings = (await readEvidence(tx, pinIds)).map((pin) => {
    const { checkedAt, checkedByCount, freshUntil, ageingUntil, dormantAt } = standingOf(pin);
    return {
      id: pin.id,
      checked_at: checkedAt,
      checked_by_count: checkedByCount,
      fresh_until: freshUntil,
      ageing_until: ageingUntil,
      dormant_at: dormantAt,
    };
  });
  await tx.$executeRaw`
    update pin set checked_at = given.checked_at, checked_by_count = given.checked_by_count,
      fresh_until = given.fresh_until, ageing_until = given.ageing_until, dormant_at = given.dormant_at
    from jsonb_populate_recordset(null::pin, ${JSON.stringify(standings)}::jsonb) given
    where pin.id = given.id`;
}

async function judge(tx: Transaction, pinId: string): Promise<{ isFlipped: boolean }> {
  const [pin] = await readEvidence(tx, [pinId]);
  if (!pin) throw new AppError("not-found");
  const judged = verdict(pin, now());
  await tx.pin.update({
    where: { id: pinId },
    data: { ...standingOf(pin), ...judged, version: { increment: 1 }, updatedAt: now() },
  });
  return { isFlipped: judged.status !== pin.status };
}

async function check(
  tx: Transaction,
  { memberId }: MemberViewer,
  input: CheckInput,
): Promise<CheckAnswer> {
  const { pinId, answer, change = null, note, isOnSite } = input;
  const word = { answer, change, note, isOnSite, weight: checkWeight, createdAt: now() };
  const { id } = await tx.verification.create({ data: { ...word, pinId, memberId } });
  const { isFlipped } = await judge(tx, pinId);
  await recordRevisions(tx, [pinId], {
    action: isFlipped ? "status" : "checked",
    memberId,
    check: { answer, change },
  });
  return { id };
}

/**
 * Keeps a member's word about a pin and what it adds up to with the words of others. The same key
 * again does nothing and answers the same. Throws `not-found`, `not-allowed` or `too-many`.
 */
export function checkPin(
  member: MemberViewer,
  key: string,
  input: CheckInput,
): Promise<CheckAnswer> {
  const { memberId, joinedAt } = member;
  const deed = { key, scope: memberId, action: "pins.check", input, answer: checkAnswerSchema };
  return transaction((tx) =>
    once(tx, deed, async () => {
      await tx.$queryRaw`select id from pin where id = ${input.pinId}::uuid for update`;
      const pin = await tx.pin.findUnique({
        where: { id: input.pinId },
        select: { memberId: true, visibility: true },
      });
      if (!pin) throw new AppError("not-found");
      if (!can(member, "check", guardedSchema.parse(pin))) throw new AppError("not-allowed");
      await takeToken(tx, `pins.check:${memberId}`, limitsOf(joinedAt, now()).check);
      return check(tx, member, input);
    }),
  );
}

/** A check names its member for so long; then it is a word about a place on a day (safety.md 2.4). */
const severedAfterMs = 180 * dayMs;
const severedAtOnce = 500;

/**
 * Takes the member off checks of half a year ago, in the history too, and keeps for their trust
 * how many there were. How many went.
 */
export async function severChecks(now: Date): Promise<number> {
  const end = new Date(now.getTime() - severedAfterMs);
  const severed = await transaction(
    (tx) => tx.$executeRaw`
      with due as (
        select id, member_id from verification
        where member_id is not null and created_at <= ${end}
        limit ${severedAtOnce} for update skip locked
      ), credited as (
        update member set credit = credit + checks
        from (select member_id, count(*)::int as checks from due group by 1) made
        where member.id = made.member_id
      )
      update verification set member_id = null, note = null,
        created_at = date_trunc('day', created_at, 'UTC')
      from due where verification.id = due.id`,
  );
  await db().$executeRaw`
    update pin_revision set member_id = null where id in (
      select id from pin_revision
      where member_id is not null and created_at <= ${end} and snapshot ? 'check'
      limit ${severedAtOnce})`;
  return severed;
}
