import { mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { beforeEach, expect, test, vi } from "vitest";
import { freePort, startMailServer } from "@/lib/testing/mail-server";

const mail = {
  to: "rosa@example.org",
  subject: "Zeile mit Ümlaut",
  text: "Guten Tag\n",
  html: "<p>Guten Tag</p>",
  inShort: "sign-in link http://localhost:3000/sign-in/confirm#t=x",
};
const id = "6b1f2c1e-5d0a-4b7e-9b44-0d6a5e9c1b11";

/** The sender under an environment of its own; the environment is parsed once per module. */
async function senderWith(variables: Record<string, string>) {
  vi.stubEnv("DATABASE_URL", "postgresql://nobody@localhost/nowhere");
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  vi.resetModules();
  const sender = await import("./mail-sender");
  return Object.assign(sender.sendMail, { sweepOutbox: sender.sweepOutbox });
}

beforeEach(() => {
  vi.spyOn(console, "log").mockReturnValue();
});

test("with a mail server the message arrives there, whole, from us, to one person", async () => {
  const server = await startMailServer();
  const sendMail = await senderWith({ MAIL_URL: server.url });
  await sendMail(mail, id);
  await server.stop();
  const [received] = server.received;
  expect(received).toMatchObject({
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: `<${id}@localhost>`,
    from: { text: '"Cup of Sugar" <noreply@example.org>' },
    to: { text: "rosa@example.org" },
  });
  expect(received?.headers.get("auto-submitted")).toBe("auto-generated");
  expect(console.log).not.toHaveBeenCalled();
});

test("a mail server that puts the message off makes the try fail", async () => {
  const server = await startMailServer(() => false);
  const sendMail = await senderWith({ MAIL_URL: server.url });
  await expect(sendMail(mail, id)).rejects.toMatchObject({ responseCode: 451 });
  await server.stop();
});

test("a mail server that is away makes the try fail at once", async () => {
  const sendMail = await senderWith({ MAIL_URL: `smtp://127.0.0.1:${await freePort()}` });
  await expect(sendMail(mail, id)).rejects.toMatchObject({ code: "ESOCKET" });
});

test("without a mail server it lands in the outbox, and the host reads the link", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "cup-of-sugar-outbox-"));
  const sendMail = await senderWith({ MAIL_URL: "", DATA_DIR: dataDir });
  await sendMail(mail, id);
  await sendMail(mail, "7c2f2c1e-5d0a-4b7e-9b44-0d6a5e9c1b22");
  const names = readdirSync(join(dataDir, "outbox")).sort();
  expect(names.map((name) => name.slice(-40))).toEqual([
    `${id}.eml`,
    "7c2f2c1e-5d0a-4b7e-9b44-0d6a5e9c1b22.eml",
  ]);
  const path = join(dataDir, "outbox", names[0] ?? "");
  expect(statSync(path).mode & 0o077).toBe(0);
  expect(await simpleParser(readFileSync(path))).toMatchObject({
    subject: mail.subject,
    text: mail.text,
  });
  expect(console.log).toHaveBeenCalledWith(
    "Mail for r…@example.org: sign-in link http://localhost:3000/sign-in/confirm#t=x",
  );
});

test("a message lies in the outbox for a day", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "outbox-"));
  const sendMail = await senderWith({ MAIL_URL: "", DATA_DIR: dataDir });
  await sendMail(mail, id);
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);
  expect(await sendMail.sweepOutbox(inHours(23.9))).toBe(0);
  expect(await sendMail.sweepOutbox(inHours(24.1))).toBe(1);
  expect(readdirSync(join(dataDir, "outbox"))).toEqual([]);
});
