import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { sealMail } from "@/lib/mail";
import { useDatabase } from "@/lib/testing/use-database";
import { listDeadLetters, retryDeadLetters } from "./dead-letters";

useDatabase();

const die = (data: object, output: object) => db().$executeRaw`
  insert into pgboss.job (name, data, output) values
    ('dead-letter', ${JSON.stringify(data)}::jsonb, ${JSON.stringify(output)}::jsonb)`;
const mail = { to: "rosa@example.org", subject: "Hello", text: "Hi", html: "<p>Hi</p>" };

test("the host sees what failed and how often, and nothing of what was in it", async () => {
  const sealedMail = sealMail(mail);
  await die({ sealedMail }, { job: "mail.send", reason: "Error" });
  await die({ sealedMail }, { job: "mail.send", reason: "Error" });
  await die({}, { job: "requests.look-after", reason: "AppError" });
  const letters = await listDeadLetters();
  expect(letters).toMatchObject([
    { job: "mail.send", reason: "Error", count: 2 },
    { job: "requests.look-after", reason: "AppError", count: 1 },
  ]);
  expect(JSON.stringify(letters)).not.toContain(sealedMail);
});

test("retrying queues each once more, under its own name", async () => {
  const sealedMail = sealMail(mail);
  await die({ sealedMail }, { job: "mail.send", reason: "Error" });
  await die({ sealedMail }, { value: { message: "its lease ran out" } });
  await die({}, { value: { message: "its lease ran out" } });
  expect(await retryDeadLetters()).toBe(2);
  expect(await listDeadLetters()).toEqual([]);
  expect(await retryDeadLetters()).toBe(0);
  expect(await db().$queryRaw`select name, state::text as state, data from pgboss.job`).toEqual(
    Array(2).fill({ name: "mail.send", state: "created", data: { sealedMail } }),
  );
});
