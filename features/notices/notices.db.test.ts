import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import type { NoticeEvent } from "@/features/requests/schema";
import { hourMs, minuteMs } from "@/lib/clock";
import { seal } from "@/lib/crypto";
import { db } from "@/lib/db";
import { unsealMail } from "@/lib/mail";
import { newMember } from "@/lib/testing/builders";
import { useDatabase } from "@/lib/testing/use-database";
import { tellNews } from "./jobs";
import { chooseNotices, forgetMails, seeNotices } from "./mutations";
import { findNoticeChoice, findWaiting } from "./queries";
import type { NoticeChoice } from "./schema";

useDatabase();

const start = new Date("2026-03-02T12:00:00Z");
const hours = (count: number) => new Date(start.getTime() + count * hourMs);

type Reader = Awaited<ReturnType<typeof newMember>>;
let ana: Reader;

async function newReader(name: string, notices: NoticeChoice, locale = "en"): Promise<Reader> {
  const member = await newMember(name);
  const email = `${name.toLowerCase()}@example.org`;
  await db().member.update({
    where: { id: member.memberId },
    data: { notices, locale, emailSealed: seal("email", email), emailIndex: email },
  });
  return member;
}

beforeEach(async () => {
  ana = await newReader("Ana", "digest");
});

const happens = (event: NoticeEvent, createdAt: Date, { memberId } = ana) =>
  db().notice.create({ data: { memberId, event, createdAt } });

const jobsSchema = z.array(z.object({ data: z.object({ sealedMail: z.string() }) }));
const readMail = async () =>
  jobsSchema
    .parse(
      await db()
        .$queryRaw`select data from pgboss.job where name = 'mail.send' order by created_on`,
    )
    .map(({ data }) => unsealMail(data.sealedMail));

describe("once a day", () => {
  test("one mail says that there is news, an hour after it happened", async () => {
    await happens("answered", start);
    await happens("message", hours(0.5));
    expect(await tellNews(hours(0.9))).toBe(false);
    expect(await tellNews(hours(1))).toBe(true);
    expect(await readMail()).toMatchObject([{ to: "ana@example.org" }]);
    expect(await findWaiting(ana)).toEqual([]);
    expect(await tellNews(hours(1))).toBe(false);
  });

  test("what happens after that waits for the next day", async () => {
    await happens("answered", start);
    await tellNews(hours(1));
    await happens("message", hours(2));
    await tellNews(hours(24.9));
    expect(await readMail()).toHaveLength(1);
    await tellNews(hours(25));
    expect(await readMail()).toHaveLength(2);
  });
});

test("at once means soon, and three mails in a day at most", async () => {
  await chooseNotices(ana, "at-once");
  for (let hour = 0; hour < 24; hour++) {
    await happens("message", hours(hour)).catch(() => undefined);
    await tellNews(hours(hour + 0.01));
    await tellNews(hours(hour + 3 / 60));
  }
  expect(await readMail()).toHaveLength(3);
  await tellNews(hours(24.1));
  expect(await readMail()).toHaveLength(4);
  expect((await db().member.findFirstOrThrow()).toldAt.length).toBeLessThanOrEqual(3);
});

test("nobody is written to who does not want it, or has looked, or has no address", async () => {
  const ben = await newReader("Ben", "never");
  const noMail = await newMember("Cem");
  await happens("message", start);
  await happens("message", start, ben);
  await happens("message", start, noMail);
  await seeNotices(ana, hours(0.5));
  expect(await tellNews(hours(30))).toBe(false);
  expect(await readMail()).toEqual([]);
  expect(await findWaiting(ben)).toEqual(["message"]);
});

test("the mail is in its reader's language and the same for every kind of news", async () => {
  const bea = await newReader("Bea", "digest", "es");
  await happens("chosen", start);
  await happens("meeting", start, bea);
  await tellNews(hours(2));
  const mails = (await readMail()).toSorted((one, other) => (one.to < other.to ? -1 : 1));
  expect(mails.map(({ subject }) => subject)).toEqual([
    "You have news at Cup of Sugar",
    "Tienes novedades en Cup of Sugar",
  ]);
  for (const { text, html } of mails) {
    expect(text.match(/https?:\S+/g)).toEqual(["http://localhost:3000/me/threads"]);
    for (const word of ["Ana", "Bea", "request", "petici", "offer", "oferta", "chosen", "meet"])
      expect(`${text} ${html}`).not.toContain(word);
  }
});

test("many are told in one round, each once, though several workers are at it", async () => {
  for (let number = 0; number < 45; number++)
    await happens("message", start, await newReader(`R${number}`, "digest"));
  await Promise.all([tellNews(hours(2)), tellNews(hours(2)), tellNews(hours(2))]);
  await tellNews(hours(2));
  const addresses = (await readMail()).map(({ to }) => to);
  expect(addresses).toHaveLength(45);
  expect(new Set(addresses).size).toBe(45);
});

test("when somebody was written to is forgotten after a day", async () => {
  await happens("message", start);
  await tellNews(hours(1));
  expect(await forgetMails(hours(24))).toBe(0);
  expect(await forgetMails(hours(25))).toBe(1);
  expect(await db().member.findFirstOrThrow()).toMatchObject({ toldAt: [] });
});

test("a member chooses how to hear of news; news on the screen is news no more", async () => {
  expect(await findNoticeChoice(ana)).toBe("digest");
  await chooseNotices(ana, "never");
  expect(await findNoticeChoice(ana)).toBe("never");
  await happens("message", start);
  await happens("answered", new Date(start.getTime() + minuteMs));
  await seeNotices(ana, start);
  expect(await findWaiting(ana)).toEqual(["answered"]);
});
