import { z } from "zod";
import { kindIdSchema } from "@/features/kinds/schema";
import { askedSchema } from "@/features/pins/find/schema";
import type { HoursPreview } from "@/features/pins/hours/preview/schema";
import type { PinDetail, PinSummary, Refusal } from "@/features/pins/schema";
import { pinIdSchema } from "@/features/pins/schema";
import { cleanLine, cleanText } from "@/lib/text";

const nullWhenBlank = (text: string) => (text === "" ? null : text);
const tooLong = (longest: number) => z.string().max(longest, { error: "too-long" });
const line = (longest: number) =>
  z.string().default("").transform(cleanLine).pipe(tooLong(longest)).transform(nullWhenBlank);
const text = (longest: number) =>
  z.string().default("").transform(cleanText).pipe(tooLong(longest)).transform(nullWhenBlank);

/** Degrees as typed or as the map put them there; blank is null. A comma may stand for the point. */
const degrees = (most: number) =>
  z
    .string()
    .max(40, { error: "too-long" })
    .default("")
    .transform((typed) => nullWhenBlank(typed.trim().replace(",", ".")))
    .refine((typed) => typed === null || /^[+-]?\d+(\.\d*)?$/.test(typed), {
      error: "not-a-number",
    })
    .transform((typed) => (typed === null ? null : Number(typed)))
    .refine((value) => value === null || Math.abs(value) <= most, { error: "out-of-range" });

/** Controls that belong together, by their names; nothing but their length is looked at here. */
const controls = (longest: number) => z.record(z.string().max(60), tooLong(longest)).default({});

const tick = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** "example.org" as people type it is https; anything but http(s) is refused. */
const website = line(500)
  .transform((typed) => (typed && !/^[a-z][a-z0-9+.-]*:/i.test(typed) ? `https://${typed}` : typed))
  .pipe(
    z
      .url({ protocol: /^https?$/, hostname: z.regexes.domain, error: "not-a-web-address" })
      .nullable(),
  );

/**
 * The form of a pin, for adding and for editing, with the names of its controls. A fact or text of
 * the kind is `details.<field id>`, and a fact's value yes, no or nothing.
 */
export const pinFormSchema = z.strictObject({
  idempotencyKey: z.uuid(),
  kind: kindIdSchema,
  name: line(120),
  lng: degrees(180),
  lat: degrees(90),
  /** An address or a town, where no point was chosen. */
  where: line(200),
  street: line(200),
  city: line(120),
  region: line(120),
  postcode: line(20),
  description: text(1000),
  /** The controls of the editor of hours and of the exceptions; read by features/pins/hours. */
  hours: controls(2_400),
  exceptions: controls(500),
  phone: line(60),
  website,
  details: z.record(z.string().max(60), text(500)),
  /** "It is another one": the answer to the question about duplicates. */
  notDuplicate: tick,
  /** "The point is right": the answer to the question about a point far from any town. */
  placeIsRight: tick,
});
export type PinForm = z.infer<typeof pinFormSchema>;

/** Editing also says which pin, from which version the form was filled, and the way back to the list. */
export const editFormSchema = pinFormSchema.extend({
  asked: askedSchema,
  pinId: pinIdSchema,
  version: z.coerce.number().int().min(1),
});

/** A check: the controls `pinId, answer, change, note, isOnSite, idempotencyKey, asked`. */
export const checkFormSchema = z.strictObject({
  asked: askedSchema,
  idempotencyKey: z.uuid(),
  pinId: pinIdSchema,
  answer: z.string().default(""),
  change: z
    .string()
    .optional()
    .transform((value) => value || undefined),
  note: text(500),
  isOnSite: tick,
});

/** What a form can be asked before it is sent: what its hours come to, or for one more row. */
export const askSchema = z.enum(["preview", "season", "monthly", "exception"]);
export type Ask = z.infer<typeof askSchema>;

/** Why a form came back. Each has its words in the messages under `pins.reasons`. */
export type FormReason =
  | Refusal
  | "already-sent"
  | "conflict"
  /** Words about hours were understood: are they meant so? */
  | "hours-read"
  | "more-rows"
  | "preview"
  | "duplicates"
  | "far-from-towns"
  | "not-allowed"
  | "place-not-found"
  | "place-needed"
  | "sign-in-needed"
  | "too-many"
  | "unavailable"
  | "wrong-fields";

/** What a form's action answers when the form is not done; on success it goes to the pin's page. */
export type FormState = {
  /** null before the first sending. */
  reason: FormReason | null;
  /** What was typed, by the names of the controls: nothing is lost. */
  values: Readonly<Record<string, string>>;
  /** For the next sending: what it says may differ from what was answered. null: the page's own. */
  idempotencyKey: string | null;
  /** By control: required, too-long, not-a-number, out-of-range, not-a-web-address, unknown. */
  fieldErrors: Readonly<Record<string, string>>;
  /** What it may be a repetition of, when the reason is duplicates. */
  duplicates: readonly PinSummary[];
  /** What the hours come to, when that was asked. */
  preview: HoursPreview | null;
  /** The pin as it is now, when the reason is conflict; its version belongs into the next form. */
  current: PinDetail | null;
};

export const emptyForm: FormState = {
  reason: null,
  values: {},
  idempotencyKey: null,
  fieldErrors: {},
  duplicates: [],
  preview: null,
  current: null,
};
