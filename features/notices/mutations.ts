import "server-only";
import { z } from "zod";
import type { MemberViewer } from "@/features/members/schema";
import { dayMs } from "@/lib/clock";
import { unseal } from "@/lib/crypto";
import { db, type Transaction, transaction } from "@/lib/db";
import { env } from "@/lib/env";
import { isLocale, type Locale, locales } from "@/lib/i18n/locale";
import { sealMail } from "@/lib/mail";
import { enqueue } from "@/lib/queue";
import { type MailWords, newsMail } from "./emails/news";
import { paces, withMail } from "./rules";
import type { NoticeChoice } from "./schema";

/** How the member wants to hear of news from now on. */
export async function chooseNotices(member: MemberViewer, notices: NoticeChoice): Promise<void> {
  await db().member.update({ where: { id: member.memberId }, data: { notices } });
}

/** What the member has looked at by then needs no mail. */
export async function seeNotices({ memberId }: MemberViewer, until: Date): Promise<void> {
  await db().notice.deleteMany({ where: { memberId, createdAt: { lte: until } } });
}

/** So many members in one transaction. */
export const membersAtOnce = 20;

const dueSchema = z.array(
  z.object({
    id: z.uuid(),
    emailSealed: z.string(),
    locale: z.string(),
    toldAt: z.array(z.date()),
  }),
);

/** Members whose news has waited long enough, and who were not told too often; locked for us. */
async function takeDue(tx: Transaction, now: Date) {
  const ago = (spanMs: number) => new Date(now.getTime() - spanMs);
  const [digest, atOnce] = [paces.digest, paces["at-once"]];
  return dueSchema.parse(
    await tx.$queryRaw`
      select id, email_sealed as "emailSealed", locale, told_at as "toldAt" from member
      where email_sealed is not null and notices in ('digest', 'at-once')
        and id in (
          select member_id from notice where created_at <=
            case when notices = 'digest' then ${ago(digest.waitMs)}::timestamptz
              else ${ago(atOnce.waitMs)}::timestamptz end)
        and (select count(*) from unnest(told_at) told where told > ${ago(dayMs)}) <
          case when notices = 'digest' then ${digest.mostADay}::int else ${atOnce.mostADay}::int end
      order by id limit ${membersAtOnce} for no key update skip locked`,
  );
}

/**
 * Queues one mail for each of some members whose news is due and forgets the news, all in one
 * transaction: a crash leaves both or neither. How many were told.
 */
export async function mailNews(now: Date, words: Record<Locale, MailWords>): Promise<number> {
  const link = new URL("/me/threads", env().APP_URL).href;
  return transaction(async (tx) => {
    const due = await takeDue(tx, now);
    for (const { id, emailSealed, locale: wanted, toldAt } of due) {
      const locale = isLocale(wanted) ? wanted : locales[0];
      const to = unseal("email", emailSealed);
      await enqueue(tx, "mail.send", {
        sealedMail: sealMail(newsMail({ to, link, locale }, words[locale])),
      });
      await tx.notice.deleteMany({ where: { memberId: id } });
      await tx.member.update({ where: { id }, data: { toldAt: withMail(toldAt, now) } });
    }
    return due.length;
  });
}

/** Forgets when mail was sent, a day later. */
export async function forgetMails(now: Date): Promise<number> {
  return transaction(
    (tx) => tx.$executeRaw`
      update member set told_at = '{}'
      where told_at <> '{}' and told_at[cardinality(told_at)] <= ${new Date(now.getTime() - dayMs)}`,
  );
}
