import { z } from "zod";

const localPart = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}$/u;
const domainPart = /^(?=.{4,190}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/** The domain in its ASCII form (IDNA); nothing where it holds more than a name. */
const asciiDomain = (domain: string) =>
  /^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) && URL.canParse(`http://${domain}`)
    ? new URL(`http://${domain}`).hostname
    : "";

/**
 * One e-mail address in the form in which it is compared: NFKC first, then exactly one ASCII `@`
 * as typed and as normalised, so that no look-alike of `@`, no quoted part and no list gets through.
 */
export const emailSchema = z
  .string()
  .max(254)
  .transform((typed) => typed.trim())
  .refine((typed) => typed.split("@").length === 2)
  .transform((typed) => typed.normalize("NFKC").toLowerCase().split("@"))
  .refine((parts) => parts.length === 2)
  .transform(([local = "", domain = ""]) => ({ local, domain: asciiDomain(domain) }))
  .refine(({ local, domain }) => localPart.test(local) && domainPart.test(domain))
  .transform(({ local, domain }) => `${local}@${domain}`);

/** The secret of an e-mailed link: 256 bits, base64url. */
export const linkTokenSchema = z.string().regex(/^[\w-]{43}$/);

/** Six digits, with the spaces that people put between them taken out. */
export const codeSchema = z
  .string()
  .transform((typed) => typed.replace(/[\s-]/g, ""))
  .refine((digits) => /^\d{6}$/.test(digits));

/** Why an e-mailed link or its code did not sign someone in. */
export const refusals = ["expired", "used", "needs-code", "wrong-code", "too-many-tries"] as const;
export type Refusal = (typeof refusals)[number];

/** The query of the pages on the way in; a wrong or repeated parameter counts as absent. */
export const signInQuerySchema = z.object({
  next: z.string().optional().catch(undefined),
  problem: z.string().optional().catch(undefined),
});
