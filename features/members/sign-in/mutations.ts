import "server-only";
import { randomInt } from "node:crypto";
import { blindIndex, hash, randomToken, seal, unseal } from "@/lib/crypto";
import { type Transaction, transaction } from "@/lib/db";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/i18n/locale";
import { sealMail } from "@/lib/mail";
import { networkKey } from "@/lib/network";
import { enqueue } from "@/lib/queue";
import { takeToken } from "@/lib/rate-limit";
import { failure, type Result, success } from "@/lib/result";
import { friendlyName, openSession } from "../mutations";
import { type MailWords, signInMail } from "./emails/link";
import { codeTries, linkAddress, linkLifeMs, mailLimits, type SentLink, whyOver } from "./rules";
import type { Refusal } from "./schema";

/** A code is too short to be hashed without a key; its link's hash keeps equal codes apart. */
const hashCode = (tokenHash: string, code: string) => blindIndex("code", `${tokenHash} ${code}`);

export type LinkRequest = {
  /** Parsed by emailSchema. */
  email: string;
  /** The secret of the cookie in the browser that asks. */
  browserToken: string;
  next: string;
  locale: Locale;
  words: MailWords;
  headers: Headers;
};

/**
 * Queues a message with a link and a code, in the transaction that stores their hashes.
 * Whether the address is known here is not looked at, so that nothing can tell.
 *
 * @throws AppError `too-many`, which the caller keeps to itself
 */
export async function sendLink(request: LinkRequest, now: Date): Promise<void> {
  const { email, locale } = request;
  const token = randomToken();
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const link = linkAddress(env().APP_URL, token, request.next);
  const mail = signInMail({ to: email, link, code, locale }, request.words);
  const emailIndex = blindIndex("email", email);
  await transaction(async (tx) => {
    const network = await networkKey(tx, request.headers, now);
    await takeToken(tx, `mail:hour:${emailIndex}`, mailLimits.addressByHour);
    await takeToken(tx, `mail:day:${emailIndex}`, mailLimits.addressByDay);
    await takeToken(tx, `mail:network:${network}`, mailLimits.network);
    await takeToken(tx, "mail:everyone", mailLimits.everyone);
    await tx.signInToken.create({
      data: {
        tokenHash: hash(token),
        codeHash: hashCode(hash(token), code),
        browserHash: hash(request.browserToken),
        emailSealed: seal("email", email),
        emailIndex,
        createdAt: now,
        expiresAt: new Date(now.getTime() + linkLifeMs),
      },
    });
    await enqueue(tx, "mail.send", { sealedMail: sealMail(mail) });
  });
}

type Link = SentLink & {
  tokenHash: string;
  codeHash: string;
  browserHash: string;
  emailSealed: string;
  emailIndex: string;
};

/** What a browser shows to be let in: the link's secret, the typed code, its own cookie. */
export type Proof = {
  token: string | undefined;
  code: string | undefined;
  browserToken: string | undefined;
};

/** Counts a try before it is judged, so that many at once are still five. */
async function tryCode(
  tx: Transaction,
  link: Link,
  code: string,
): Promise<"right" | "wrong-code" | "too-many-tries"> {
  const { count } = await tx.signInToken.updateMany({
    where: { tokenHash: link.tokenHash, usedAt: null, attempts: { lt: codeTries } },
    data: { attempts: { increment: 1 } },
  });
  if (count === 0) return "too-many-tries";
  return hashCode(link.tokenHash, code) === link.codeHash ? "right" : "wrong-code";
}

/** The link that was opened, when it, or a code with it, may sign this browser in. */
async function judgeLink(
  tx: Transaction,
  { token, code, browserToken }: Proof & { token: string },
  now: Date,
): Promise<Result<Link, Refusal>> {
  const link = await tx.signInToken.findUnique({ where: { tokenHash: hash(token) } });
  if (!link) return failure("expired");
  const reason = whyOver(link, now);
  if (reason) return failure(reason);
  if (browserToken && hash(browserToken) === link.browserHash) return success(link);
  if (!code) return failure("needs-code");
  const answer = await tryCode(tx, link, code);
  return answer === "right" ? success(link) : failure(answer);
}

/** The link whose code was typed in the browser that asked for it. */
async function judgeCode(
  tx: Transaction,
  { code, browserToken }: Proof,
  now: Date,
): Promise<Result<Link, Refusal>> {
  if (!browserToken || !code) return failure("expired");
  const links = await tx.signInToken.findMany({
    where: { browserHash: hash(browserToken), usedAt: null, expiresAt: { gt: now } },
    orderBy: { createdAt: "desc" },
  });
  if (links.length === 0) return failure("expired");
  const answers: Refusal[] = [];
  for (const link of links) {
    const answer = await tryCode(tx, link, code);
    if (answer === "right") return success(link);
    answers.push(answer);
  }
  return failure(answers.includes("wrong-code") ? "wrong-code" : "too-many-tries");
}

/** Finds the member of an address, or makes one with a friendly name. */
async function memberOf(tx: Transaction, link: Link, locale: Locale, now: Date) {
  const { emailIndex } = link;
  const known = await tx.member.findUnique({ where: { emailIndex }, select: { id: true } });
  if (known) return { id: known.id, isNew: false };
  const emailSealed = seal("email", unseal("email", link.emailSealed));
  const { id } = await tx.member.create({
    data: { ...friendlyName(locale), emailSealed, emailIndex, locale, createdAt: now },
    select: { id: true },
  });
  return { id, isNew: true };
}

/**
 * Uses up a link or a code and opens a session, all at once: a second sender finds it used, and
 * so does whoever opens another link to the same address. The session that this browser had
 * before ends (safety.md T39).
 */
export async function redeem(
  proof: Proof & { oldSessionToken: string | undefined; locale: Locale; isShared?: boolean },
  now: Date,
): Promise<Result<{ sessionToken: string; isNew: boolean }, Refusal>> {
  const { token, oldSessionToken } = proof;
  return transaction(async (tx) => {
    const judged = token
      ? await judgeLink(tx, { ...proof, token }, now)
      : await judgeCode(tx, proof, now);
    if (!judged.ok) return judged;
    const link = judged.value;
    const used = await tx.signInToken.updateManyAndReturn({
      where: { emailIndex: link.emailIndex, usedAt: null },
      data: { usedAt: now },
      select: { tokenHash: true },
    });
    if (!used.some(({ tokenHash }) => tokenHash === link.tokenHash)) return failure("used");
    const { id, isNew } = await memberOf(tx, link, proof.locale, now);
    if (oldSessionToken) {
      await tx.session.deleteMany({ where: { tokenHash: hash(oldSessionToken) } });
    }
    const sessionToken = randomToken();
    await openSession(tx, id, sessionToken, now, proof.isShared);
    return success({ sessionToken, isNew });
  });
}
