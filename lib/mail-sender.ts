import "server-only";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport, type SendMailOptions } from "nodemailer";
import { dayMs, now } from "@/lib/clock";
import { env } from "@/lib/env";
import type { Mail } from "@/lib/mail";

/** A server that hangs must not keep the worker longer than a job's lease. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** The same message id at every try, so that a mailbox can tell a repetition from a second message. */
function compose(mail: Mail, id: string): SendMailOptions {
  return {
    from: env().MAIL_FROM,
    to: { name: "", address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: `<${id}@${new URL(env().APP_URL).hostname}>`,
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

const shortAddress = (address: string) => address.replace(/^(.).*@/u, "$1…@");

/** Without a mail server: a file whose name sorts by time, and one line on the host's terminal. */
async function putInOutbox(mail: Mail, id: string): Promise<void> {
  const folder = join(env().DATA_DIR, "outbox");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail(
    compose(mail, id),
  );
  const time = now().toISOString().replaceAll(":", "-");
  const draft = join(folder, `.${id}.draft`);
  await writeFile(draft, message, { mode: 0o600 });
  await rename(draft, join(folder, `${time}-${id}.eml`));
  console.log(`Mail for ${shortAddress(mail.to)}: ${mail.inShort ?? mail.subject}`);
}

/** Takes messages out of the outbox a day after they were put there; how many. */
export async function sweepOutbox(now: Date): Promise<number> {
  const folder = join(env().DATA_DIR, "outbox");
  const end = new Date(now.getTime() - dayMs).toISOString().replaceAll(":", "-");
  const names = await readdir(folder).catch(() => []);
  const old = names.filter((name) => name.endsWith(".eml") && name < end);
  await Promise.all(old.map((name) => rm(join(folder, name), { force: true })));
  return old.length;
}

/**
 * Sends one message by MAIL_URL, or puts it into DATA_DIR/outbox where that is not set.
 * Only the worker calls this: the web process never talks to a mail server.
 *
 * @param id of the job, the same for each try
 * @throws what the mail server answered
 */
export async function sendMail(mail: Mail, id: string): Promise<void> {
  const url = env().MAIL_URL;
  if (!url) return putInOutbox(mail, id);
  const transport = createTransport({ url, ...patience });
  try {
    await transport.sendMail(compose(mail, id));
  } finally {
    transport.close();
  }
}
