import "server-only";
import { now } from "@/lib/clock";
import type { Transaction } from "@/lib/db";
import type { NoticeEvent } from "../schema";

/**
 * Notes, in the transaction of what happened, that a member should hear of it. Of each event one
 * waits at a time: the mail says that there is news, not how much.
 */
export async function tell(tx: Transaction, memberId: string, event: NoticeEvent): Promise<void> {
  await tx.$executeRaw`
    insert into notice (member_id, event, created_at) values (${memberId}::uuid, ${event}, ${now()})
    on conflict do nothing`;
}
