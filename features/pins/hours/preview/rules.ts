import "server-only";
import type { Details } from "@/features/kinds/schema";
import { type Controls, readControls } from "@/features/pins/hours/editor/controls/rules";
import { readHours } from "@/features/pins/hours/editor/reading/rules";
import { writeHours } from "@/features/pins/hours/editor/writing/rules";
import { readExceptions } from "@/features/pins/hours/exceptions/controls/rules";
import { hoursInWords, isOpeningHours } from "@/features/pins/hours/reading/rules";
import { comingDays, neverOpens } from "@/features/pins/hours/rules";
import type { PerhapsHours } from "@/features/pins/hours/wall-times/rules";
import type { PinContent } from "@/features/pins/schema";
import { dateAt } from "@/lib/time-zone";
import type { HoursPreview } from "./schema";

type KeptHours = Pick<PinContent, "hoursText" | "openingHours" | "exceptions">;

/** The hours that a form describes, or what is wrong with which of its controls. */
export type FormHours =
  | ({ ok: true; words: HoursPreview["words"] } & KeptHours)
  | { ok: false; errors: Record<string, string> };

/** The longest words that stay words. */
const longestWords = 500;

type Context = {
  now: Date;
  timeZone: string;
  /** The pin as it is, when the form changes one. */
  before: KeptHours | null;
};

type Said = Omit<KeptHours, "exceptions"> & { words: HoursPreview["words"] };

/** Hours that nobody touched stay as their source had them, in words and in syntax. */
function typedText(text: string | null, before: KeptHours | null): Said | null {
  if (text === null) return { hoursText: null, openingHours: null, words: null };
  if (before && text === (before.hoursText ?? before.openingHours)) {
    return { hoursText: before.hoursText, openingHours: before.openingHours, words: null };
  }
  if (isOpeningHours(text)) return { hoursText: null, openingHours: text, words: null };
  if (text.length > longestWords) return null;
  const openingHours = hoursInWords(text);
  return { hoursText: text, openingHours, words: openingHours ? "read" : "kept" };
}

/** Nothing is kept that the library would not understand. */
function edited(openingHours: string, before: KeptHours | null): Said | null {
  const old = before?.openingHours ? readHours(before.openingHours) : null;
  const isUntouched = before && old && writeHours(old) === openingHours;
  if (isUntouched)
    return { hoursText: before.hoursText, openingHours: before.openingHours, words: null };
  return isOpeningHours(openingHours) ? { hoursText: null, openingHours, words: null } : null;
}

const prefixed = (prefix: string, errors: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(errors).map(([name, error]) => [`${prefix}.${name}`, error]));

/** Reads the hours and the exceptions of a form; `hours.` and `exceptions.` stand before the names. */
export function hoursOfForm(
  controls: { hours: Controls; exceptions: Controls },
  { now, timeZone, before }: Context,
): FormHours {
  const hours = readControls(controls.hours);
  const today = dateAt(now, timeZone);
  const days = readExceptions(controls.exceptions, { today, hoursInWords });
  if (!hours.ok || !days.ok) {
    const errors = {
      ...(hours.ok ? {} : prefixed("hours", hours.errors)),
      ...(days.ok ? {} : prefixed("exceptions", days.errors)),
    };
    return { ok: false, errors };
  }
  const { typed } = hours;
  if (typed.type === "edited") {
    const said = edited(writeHours(typed.hours), before);
    if (!said) return { ok: false, errors: { "hours.week.0": "hours-not-understood" } };
    return { ok: true, ...said, exceptions: days.exceptions };
  }
  const said = typedText(typed.text, before);
  if (!said) return { ok: false, errors: { "hours.text": "too-long" } };
  return { ok: true, ...said, exceptions: days.exceptions };
}

/** What a form says of the pin's kind; of it the first and the last day decide when it is open. */
export const typedDetails = (typed: Readonly<Record<string, string | null>>): Details =>
  Object.fromEntries(Object.entries(typed).flatMap(([id, value]) => (value ? [[id, value]] : [])));

const nothing = {
  openingHours: null,
  words: null,
  days: null,
  exceptions: [],
  neverOpens: false,
} as const;

const previewedDays = 14;

/** What these hours come to at that place in the coming two weeks. */
export function previewOf(
  hours: FormHours,
  place: Omit<PerhapsHours, "openingHours" | "exceptions">,
  now: Date,
): HoursPreview {
  if (!hours.ok) return { ...nothing, errors: hours.errors };
  const { openingHours, exceptions, words } = hours;
  const all = { ...place, openingHours, exceptions };
  return {
    openingHours,
    words,
    days: comingDays(all, now, previewedDays),
    exceptions,
    neverOpens: neverOpens(all, now),
    errors: {},
  };
}
