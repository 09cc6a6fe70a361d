import { z } from "zod";
import type { ShownArea } from "@/features/places/cells/schema";
import type { Finding } from "@/features/requests/detector/schema";

/** What a form can be asked before it is sent: one more line, where a place is, or to be sent now. */
export const askSchema = z.enum(["line", "place", "publish"]);

export const mostLines = 12;
export const firstLines = 1;

/** Days until the answers are looked at, as they are offered. */
export const answerDays = [1, 2, 3, 5, 7] as const;

/** Why a form came back. Each has its words in the messages under `requests.form.reasons`. */
export type FormReason =
  | "already-sent"
  | "area-needed"
  | "area-not-found"
  | "area-shown"
  | "area-too-fine"
  | "more-lines"
  | "needs-confirming"
  | "no-consent"
  | "not-allowed"
  | "preview"
  | "same-area"
  | "sign-in-needed"
  | "too-many"
  | "too-many-open"
  | "unavailable"
  | "wrong-fields";

/** A piece of a control's text that tells more than an area. */
export type Found = Finding & { control: string };

/** What the form is about to become, for the last look. */
export type Preview = {
  /** Of the very text that was shown; another text is shown again first. */
  shownHash: string;
  /** Kilometres across of the areas in which everybody sees a count. */
  publicKilometres: number;
};

/** What the form's action answers when the form is not done; on success it goes to the post's page. */
export type FormState = {
  /** null before the first sending. */
  reason: FormReason | null;
  /** What was typed, by the names of the controls: nothing is lost. */
  values: Readonly<Record<string, string>>;
  /** For the next sending; null: the page's own. */
  idempotencyKey: string | null;
  /** By control: required, too-long, out-of-range, day-past, unknown. */
  fieldErrors: Readonly<Record<string, string>>;
  /** What was chosen as area, as the server understands it. */
  area: ShownArea | null;
  found: readonly Found[];
  preview: Preview | null;
};

export const emptyForm: FormState = {
  reason: null,
  values: {},
  idempotencyKey: null,
  fieldErrors: {},
  area: null,
  found: [],
  preview: null,
};
