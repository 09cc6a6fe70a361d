import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { minuteMs } from "@/lib/clock";
import { db } from "@/lib/db";
import { unsealMail } from "@/lib/mail";
import { useDatabase } from "@/lib/testing/use-database";
import messages from "@/messages/en.json";
import { findSession } from "../queries";
import { type Proof, redeem, sendLink } from "./mutations";

useDatabase();

const words = createTranslator({ locale: "en", messages, namespace: "members.mail" });
const asked = new Date();
const later = (minutes: number) => new Date(asked.getTime() + minutes * minuteMs);
const browserToken = "b".repeat(43);

const jobsSchema = z.array(z.object({ data: z.object({ sealedMail: z.string() }) }));

/** The queued messages, as their readers will see them; the newest last. */
async function readMail() {
  const jobs = jobsSchema.parse(
    await db().$queryRaw`select data from pgboss.job where name = 'mail.send' order by created_on`,
  );
  return jobs.map(({ data }) => {
    const mail = unsealMail(data.sealedMail);
    const [, token = ""] = /#t=([\w-]{43})/.exec(mail.text) ?? [];
    const [, code = ""] = /^(\d{6})$/m.exec(mail.text) ?? [];
    return { ...mail, token, code };
  });
}

const ask = (email = "rosa@example.org", address = "203.0.113.7") =>
  sendLink(
    {
      email,
      browserToken,
      next: "/",
      locale: "en",
      words,
      headers: new Headers({ "x-forwarded-for": address }),
    },
    asked,
  );

/** Asks for a link and opens the message. */
async function askAndRead() {
  await ask();
  const mail = (await readMail()).at(-1);
  if (!mail) throw new Error("No message was queued");
  return mail;
}

const show = (
  proof: Partial<Proof> & { oldSessionToken?: string; isShared?: boolean },
  at = asked,
) =>
  redeem(
    {
      token: undefined,
      code: undefined,
      browserToken: undefined,
      oldSessionToken: undefined,
      locale: "en",
      ...proof,
    },
    at,
  );

const wrong = (code: string) => (code === "000000" ? "000001" : "000000");

describe("asking for a link", () => {
  test("stores nothing that signs anyone in, and no address", async () => {
    const { token, code } = await askAndRead();
    const stored = JSON.stringify(await db().signInToken.findMany());
    for (const secret of [token, code, browserToken, "rosa", "example.org"]) {
      expect(stored).not.toContain(secret);
    }
    const jobs = JSON.stringify(await db().$queryRaw`select data from pgboss.job`);
    for (const secret of [token, code, "rosa", "example.org"]) expect(jobs).not.toContain(secret);
  });

  test("the fourth within the hour sends nothing", async () => {
    for (let times = 0; times < 3; times++) await ask();
    await expect(ask()).rejects.toMatchObject({ code: "too-many" });
    expect(await readMail()).toHaveLength(3);
    expect(await db().signInToken.count()).toBe(3);
  });

  test("the eleventh from one network within the hour sends nothing", async () => {
    for (let times = 0; times < 10; times++)
      await ask(`n${times}@example.org`, `203.0.113.${times}`);
    await expect(ask("n10@example.org")).rejects.toMatchObject({ code: "too-many" });
    await ask("n10@example.org", "198.51.100.1");
    expect(await readMail()).toHaveLength(11);
  });

  test("leaves neither a link nor a message when it fails half-way", async () => {
    await db().$executeRaw`alter table pgboss.job rename to job_away`;
    await expect(ask()).rejects.toThrow();
    await db().$executeRaw`alter table pgboss.job_away rename to job`;
    expect(await db().signInToken.count()).toBe(0);
    expect(await db().rateLimit.count()).toBe(0);
  });
});

describe("the link", () => {
  test("signs in the browser that asked, and makes a member without showing the address", async () => {
    const { token } = await askAndRead();
    const redeemed = await show({ token, browserToken });
    expect(redeemed).toMatchObject({ ok: true, value: { isNew: true } });
    const member = await db().member.findFirstOrThrow();
    expect(`${member.displayName} ${member.handle}`).not.toMatch(/rosa|@|example/i);
    expect(member.emailSealed).not.toContain("rosa");
  });

  test("leads the same address to the same member", async () => {
    await show({ token: (await askAndRead()).token, browserToken });
    const again = await show({ token: (await askAndRead()).token, browserToken });
    expect(again).toMatchObject({ ok: true, value: { isNew: false } });
    expect(await db().member.count()).toBe(1);
  });

  test("works once, even when sent ten times at once", async () => {
    const { token } = await askAndRead();
    const results = await Promise.all(
      Array.from({ length: 10 }, () => show({ token, browserToken })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.reason === "used")).toHaveLength(9);
    expect(await db().session.count()).toBe(1);
  });

  test("uses up the other links to its address", async () => {
    const first = await askAndRead();
    const second = await askAndRead();
    await show({ token: second.token, browserToken });
    expect(await show({ token: first.token, browserToken })).toEqual({ ok: false, reason: "used" });
  });

  test("is over after ten minutes", async () => {
    const { token } = await askAndRead();
    expect(await show({ token, browserToken }, later(10))).toEqual({
      ok: false,
      reason: "expired",
    });
    expect(await show({ token, browserToken }, later(9.9))).toMatchObject({ ok: true });
  });

  test("asks for the code in another browser", async () => {
    const { token, code } = await askAndRead();
    const elsewhere = "c".repeat(43);
    expect(await show({ token, browserToken: elsewhere })).toEqual({
      ok: false,
      reason: "needs-code",
    });
    expect(await show({ token })).toEqual({ ok: false, reason: "needs-code" });
    expect(await show({ token, code: wrong(code) })).toEqual({ ok: false, reason: "wrong-code" });
    expect(await show({ token, code, browserToken: elsewhere })).toMatchObject({ ok: true });
  });

  test("that nobody sent is as good as over", async () => {
    expect(await show({ token: "x".repeat(43), browserToken })).toEqual({
      ok: false,
      reason: "expired",
    });
  });
});

describe("the code", () => {
  test("signs in the browser that asked, without the link", async () => {
    const { code } = await askAndRead();
    expect(await show({ code, browserToken })).toMatchObject({ ok: true });
  });

  test("is worth nothing in a browser that never asked", async () => {
    const { code } = await askAndRead();
    expect(await show({ code })).toEqual({ ok: false, reason: "expired" });
    expect(await show({ code, browserToken: "c".repeat(43) })).toEqual({
      ok: false,
      reason: "expired",
    });
  });

  test("of either message is taken when someone asked twice", async () => {
    const first = await askAndRead();
    await askAndRead();
    expect(await show({ code: first.code, browserToken })).toMatchObject({ ok: true });
  });

  test("is no longer taken after five wrong ones, nor is its link", async () => {
    const { code, token } = await askAndRead();
    const tries = await Promise.all(
      Array.from({ length: 8 }, () => show({ code: wrong(code), browserToken })),
    );
    expect(tries.filter((each) => !each.ok && each.reason === "wrong-code")).toHaveLength(5);
    expect(await show({ code, browserToken })).toEqual({ ok: false, reason: "too-many-tries" });
    expect(await show({ token, browserToken })).toEqual({ ok: false, reason: "too-many-tries" });
  });
});

test("signing in ends the session that the browser had before", async () => {
  const first = await show({ token: (await askAndRead()).token, browserToken });
  if (!first.ok) throw new Error(first.reason);
  const { sessionToken: oldSessionToken } = first.value;
  const second = await show({ token: (await askAndRead()).token, browserToken, oldSessionToken });
  if (!second.ok) throw new Error(second.reason);
  expect(second.value.sessionToken).not.toBe(oldSessionToken);
  expect(await findSession(oldSessionToken, asked)).toBeNull();
  expect(await findSession(second.value.sessionToken, asked)).toMatchObject({
    viewer: { isMember: true },
  });
});

test("whoever says that others use the device is signed in for an hour", async () => {
  const shown = await show({ token: (await askAndRead()).token, browserToken, isShared: true });
  if (!shown.ok) throw new Error(shown.reason);
  expect(await findSession(shown.value.sessionToken, later(59))).toMatchObject({ isShared: true });
  expect(await findSession(shown.value.sessionToken, later(60))).toBeNull();
});
