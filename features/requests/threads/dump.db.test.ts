import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { z } from "zod";
import { addPin } from "@/features/pins/mutations";
import { pinContentSchema } from "@/features/pins/schema";
import { dayMs, now } from "@/lib/clock";
import { db, Prisma } from "@/lib/db";
import { newMember, pinContent } from "@/lib/testing/builders";
import { newThread } from "@/lib/testing/chosen-thread";
import { useDatabase } from "@/lib/testing/use-database";
import { report } from "../safety/reports/mutations";
import { agreeMeeting, proposeMeeting } from "./meeting/mutations";
import { meetingOf } from "./meeting/queries";
import { sendMessage, sendPlace } from "./mutations";

useDatabase();

const namesSchema = z.array(z.object({ schema: z.string(), name: z.string() }));
const textSchema = z.tuple([z.object({ text: z.string().nullable() })]);

/** Every row of every table as text, as `pg_dump` would write it, without PostGIS's own lists. */
async function dump(): Promise<string> {
  const tables = namesSchema.parse(
    await db().$queryRaw`
      select schemaname as schema, tablename as name from pg_tables
      where schemaname in ('public', 'pgboss') and tablename <> 'spatial_ref_sys'`,
  );
  const texts: string[] = [];
  for (const { schema, name } of tables) {
    const rows = await db().$queryRaw(Prisma.sql`
      select query_to_xml(format('select * from %I.%I', ${schema}::text, ${name}::text),
        true, false, '')::text as text`);
    texts.push(`${name}\n${textSchema.parse(rows)[0].text}`);
  }
  return texts.join("\n");
}

it("a dump has no word of a message, no place, no meeting and no excerpt", async () => {
  const { poster, helper, threadId } = await newThread({ summary: "Zimtstern coat" });
  const added = await addPin(
    await newMember("Pia"),
    randomUUID(),
    pinContentSchema.parse({ ...pinContent, name: "Public Pantry" }),
  );
  if (!added.ok) throw new Error(added.reason);
  const day = new Date(now().getTime() + 3 * dayMs).toISOString().slice(0, 10);
  await sendMessage(poster, randomUUID(), { threadId, text: "Quittenbrot at seven" });
  await sendMessage(helper, randomUUID(), { threadId, text: "Mirabelle is fine" });
  await sendPlace(poster, randomUUID(), { threadId, where: "Holunder Lane 12, blue door" });
  const proposal = { threadId, pinId: added.id, at: `${day}T10:47` };
  await proposeMeeting(helper, randomUUID(), proposal);
  const seen = await meetingOf(poster, threadId);
  await agreeMeeting(poster, { threadId, proposedAt: seen?.proposedAt ?? now() });
  const excerpt = "They: Brombeer, and come alone";
  const wrong = { category: "danger", excerpt, isBlocking: false } as const;
  await report(poster, randomUUID(), { threadId }, wrong);

  const text = await dump();
  // What is public is there: the dump is not empty, and the search would find what it looks for.
  expect(text).toContain("Public Pantry");
  expect(text).toContain(threadId);
  const secrets = ["Zimtstern", "Quittenbrot", "Mirabelle", "Holunder", "blue door", "Brombeer"];
  for (const secret of secrets) expect(text.toLowerCase()).not.toContain(secret.toLowerCase());
  const meetingAt = seen?.at.toISOString().slice(0, 16) ?? "";
  expect(text).not.toContain(meetingAt);
  expect(text).not.toContain(`${day}T10:47`);
  const meetingRows = JSON.stringify(await db().meeting.findMany());
  expect(meetingRows).not.toContain(added.id);
});
