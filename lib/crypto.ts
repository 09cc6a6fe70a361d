import "server-only";
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  randomInt,
} from "node:crypto";
import { env } from "@/lib/env";

/** Keys for different uses never equal one another (HKDF, RFC 5869). */
const keyFor = (use: string) =>
  Buffer.from(hkdfSync("sha256", env().AUTH_SECRET, "cup-of-sugar", use, 32));

/** A secret of 256 bits, 43 characters of base64url. */
export const randomToken = (): string => randomBytes(32).toString("base64url");

/** Evenly from 0 up to 1, from the operating system: a delay that can be foretold hides nothing. */
export const chance = (): number => randomInt(2 ** 32) / 2 ** 32;

/** SHA-256 in hex: for secrets that are random enough not to be guessed. */
export const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A keyed hash: finds a row by its e-mail, or counts by network, without storing either. */
export const blindIndex = (use: string, text: string): string =>
  createHmac("sha256", keyFor(`index:${use}`))
    .update(text)
    .digest("hex");

/** Encrypts with AES-256-GCM under a key that is not in the database: iv, tag and text, base64url. */
export function seal(use: string, text: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor(`seal:${use}`), iv);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** The text that `seal` was given; throws when it was changed or sealed with another key. */
export function unseal(use: string, sealed: string): string {
  const bytes = Buffer.from(sealed, "base64url");
  const iv = bytes.subarray(0, 12);
  const decipher = createDecipheriv("aes-256-gcm", keyFor(`seal:${use}`), iv, {
    authTagLength: 16,
  });
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}
