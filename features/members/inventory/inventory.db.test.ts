import { expect, test } from "vitest";
import { z } from "zod";
import { seal } from "@/lib/crypto";
import { db, transaction } from "@/lib/db";
import { takeToken } from "@/lib/rate-limit";
import { newMember } from "@/lib/testing/builders";
import { dumpAll } from "@/lib/testing/dump";
import { newPin } from "@/lib/testing/pin-counts";
import { useDatabase } from "@/lib/testing/use-database";
import { openSession } from "../mutations";
import { everythingAbout } from "./queries";
import { columnsOf, inventory, isAboutPeople } from "./rules";

useDatabase();

const columnsSchema = z.array(
  z.object({ table: z.string(), column: z.string(), type: z.string() }),
);

const readColumns = async () =>
  columnsSchema.parse(
    await db().$queryRaw`
      select c.table_name as table, c.column_name as column, c.udt_name as type
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
        and c.table_name not in ('spatial_ref_sys', '_prisma_migrations')
      order by 1, 2`,
  );

test("every column of the database stands in the inventory, and nothing else does", async () => {
  const stored = (await readColumns()).map(({ table, column }) => `${table}.${column}`);
  const listed = Object.keys(inventory).flatMap((table) =>
    [...columnsOf(table).keys()].map((column) => `${table}.${column}`),
  );
  const advice = "add it to features/members/inventory with its class, what it is and how long";
  expect(
    stored.filter((name) => !listed.includes(name)),
    advice,
  ).toEqual([]);
  expect(
    listed.filter((name) => !stored.includes(name)),
    "it is no longer there",
  ).toEqual([]);
});

test("no column is listed twice", () => {
  for (const [table, { entries }] of Object.entries(inventory)) {
    const columns = entries.flatMap((each) => each.columns);
    expect(new Set(columns).size, table).toBe(columns.length);
  }
});

test("no table about a person has a point, but for the centre of a request's area", async () => {
  const fine = (await readColumns()).filter(
    ({ table, column, type }) =>
      isAboutPeople(table) &&
      (["geometry", "geography", "point"].includes(type) ||
        /lng|lat\b|latitude|longitude/.test(column)),
  );
  expect(fine.map(({ table, column }) => `${table}.${column}`)).toEqual([
    "post.center",
    "post.center_lat",
    "post.center_lng",
  ]);
});

test("what is sealed is called secret, and only that is unsealed", () => {
  for (const [table, { seals = {} }] of Object.entries(inventory)) {
    for (const column of Object.keys(seals))
      expect(columnsOf(table).get(column)?.class, `${table}.${column}`).toBe("secret");
    const sealed = [...columnsOf(table).keys()].filter((column) => /sealed/.test(column));
    expect(Object.keys(seals).toSorted(), table).toEqual(sealed.toSorted());
  }
});

/** A member with a row in every table that may hold one. */
async function busyMember() {
  const ana = await newMember("Ana");
  const ben = await newMember("Ben");
  const at = new Date("2026-03-02T12:00:00Z");
  const { memberId } = ana;
  await db().member.update({
    where: { id: memberId },
    data: { emailSealed: seal("email", "ana@example.org"), emailIndex: "a".repeat(64) },
  });
  await transaction((tx) => openSession(tx, memberId, "token", at));
  await transaction((tx) => takeToken(tx, `pins:${memberId}`, { capacity: 2, perSeconds: 60 }));
  await db().account.create({ data: { memberId, provider: "github", providerAccountId: "77" } });
  await db().ability.create({
    data: { memberId, side: "offer", category: "task", sealed: seal("ability", "yodelling") },
  });
  await db().notice.create({ data: { memberId, event: "message" } });
  const pin = await db().pin.create({ data: { ...newPin(), memberId } });
  await db().pinRevision.create({
    data: { pinId: pin.id, version: 1, action: "added", memberId, snapshot: {} },
  });
  await db().verification.create({
    data: { pinId: pin.id, memberId, answer: "still-there", weight: 1 },
  });
  const post = await db().post.create({
    data: {
      ...{ side: "request", category: "goods", memberId, sealed: seal("post", "nappies") },
      ...{ visibleFrom: at, answersUntil: at, expiresAt: at },
      lines: {
        create: { position: 0, strength: "must", quantity: 1, sealed: seal("post-line", "size 5") },
      },
    },
    include: { lines: true },
  });
  const response = await db().response.create({
    data: {
      ...{ postId: post.id, memberId: ben.memberId, sealed: seal("response", "I have some") },
      lines: { create: { lineId: post.lines[0]?.id ?? "", quantity: 1, sealed: null } },
    },
  });
  await db().thread.create({
    data: {
      ...{ postId: post.id, responseId: response.id, posterId: memberId, helperId: ben.memberId },
      messages: { create: { senderId: ben.memberId, sealed: seal("message", "see you at six") } },
      placeCard: { create: { sealed: seal("place-card", "the blue door") } },
      meeting: { create: { sealed: seal("meeting", "the library"), proposedById: memberId } },
    },
  });
  await db().block.create({
    data: { blockerId: memberId, blockedId: (await newMember()).memberId },
  });
  await db().report.create({
    data: { reporterId: memberId, category: "unsafe", sealed: seal("report", "he shouted") },
  });
  await db().idempotencyKey.create({
    data: { scope: memberId, key: "key", action: "pins.add", inputHash: "hash" },
  });
  return memberId;
}

test("the answer for one account is everything that is stored about it, and nothing else", async () => {
  const memberId = await busyMember();
  const kept = await everythingAbout(memberId);
  const answered = kept.map(({ table }) => table);
  const tied = Object.keys(inventory).filter((table) => inventory[table]?.ties);
  expect(new Set(answered)).toEqual(new Set(tied.filter((table) => table !== "sign_in_token")));

  const ids = kept.flatMap(({ table, row }) =>
    ["post", "thread", "response"].includes(table) ? [String(row.id)] : [],
  );
  const stored = (await dumpAll())
    .split("\n")
    .filter((line) => [memberId, ...ids, "a".repeat(64)].some((id) => line.includes(id)));
  expect(answered.length).toBe(stored.length);
  expect(answered.toSorted()).toEqual(
    stored.map((line) => /^public\.(\w+)/.exec(line)?.[1] ?? line).toSorted(),
  );
});

test("the answer has the sealed words in the clear, as the key's keeper could have them", async () => {
  const text = JSON.stringify(await everythingAbout(await busyMember()));
  for (const words of [
    ...["ana@example.org", "yodelling", "nappies", "size 5", "I have some", "see you at six"],
    ...["the blue door", "the library", "he shouted"],
  ])
    expect(text).toContain(words);
});

test("of somebody else it says nothing", async () => {
  await busyMember();
  const { memberId } = await newMember("Cem");
  expect(await everythingAbout(memberId)).toMatchObject([{ table: "member" }]);
});
