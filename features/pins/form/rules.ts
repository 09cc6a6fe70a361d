import type { z } from "zod";
import { kindOf } from "@/features/kinds/index";
import { parseDetails } from "@/features/kinds/rules";
import type { Locale } from "@/features/kinds/schema";
import type { PinContent } from "@/features/pins/schema";
import type { LngLat } from "@/lib/lng-lat";
import type { PinForm } from "./schema";

/** What was typed, by control, without what the framework added. A repeated control counts once. */
export function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) {
    if (!name.startsWith("$ACTION") && typeof value === "string") values[name] ??= value;
  }
  return values;
}

const detailPrefix = "details.";

/** The values with the kind's own fields under `details`, as pinFormSchema wants them. */
export function nested(values: Readonly<Record<string, string>>): Record<string, unknown> {
  const entries = Object.entries(values);
  const details = entries.filter(([name]) => name.startsWith(detailPrefix));
  return {
    ...Object.fromEntries(entries.filter(([name]) => !name.startsWith(detailPrefix))),
    details: Object.fromEntries(details.map(([name, v]) => [name.slice(detailPrefix.length), v])),
  };
}

const ownCodes = new Set(["too-long", "not-a-number", "out-of-range", "not-a-web-address"]);

/** One code per control; a control that is not ours counts as unknown. */
export function fieldErrorsOf(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) {
    const names = issue.code === "unrecognized_keys" ? issue.keys : [issue.path.join(".")];
    const code = ownCodes.has(issue.message) ? issue.message : "unknown";
    const missing = issue.code === "invalid_value" || issue.code === "invalid_type";
    for (const name of names) errors[name] ??= code === "unknown" && missing ? "required" : code;
  }
  return errors;
}

/** Where the form puts the pin, with what the gazetteer knows of it. */
export type Located = LngLat & {
  isApproximate: boolean;
  timeZone: string;
  street: string | null;
  city: string | null;
  region: string | null;
  postcode: string | null;
  country: string | null;
};

/** A pin without a name is called by its kind and its street or town. */
function defaultName({ kind }: PinForm, { street, city }: Located, locale: Locale): string {
  return [kindOf(kind).words[locale].one, street ?? city].filter(Boolean).join(", ");
}

/** A member's word for the kind's facts, or what was there when the form says the same. */
function detailsOf(form: PinForm, before: PinContent | null, saidAt: Date): PinContent["details"] {
  const kind = kindOf(form.kind);
  const entries = kind.fields.map((field) => {
    const typed = form.details[field.id];
    if (field.type !== "fact" || !typed) return [field.id, typed];
    const old = before?.details[field.id];
    const isSame = typeof old === "object" && old.value === typed;
    return [
      field.id,
      isSame ? old : { value: typed, saidBy: "member", saidAt: saidAt.toISOString() },
    ];
  });
  return parseDetails(kind, Object.fromEntries(entries));
}

/** Hours that nobody touched stay as their source had them, in words and in syntax. */
const areUntouched = (typed: string | null, before: PinContent | null): before is PinContent =>
  before !== null && typed === shownHours(before);

/** What the form shows as hours: the words of the source, else the syntax. */
export const shownHours = ({ hoursText, openingHours }: PinContent) => hoursText ?? openingHours;

type Context = {
  locale: Locale;
  now: Date;
  /** The pin as it is, when the form changes one. */
  before: PinContent | null;
  /** The hours as opening_hours, where that is what was typed. */
  openingHours: string | null;
};

/** The content of the pin that the form describes. */
export function contentOf(form: PinForm, located: Located, context: Context): PinContent {
  const { hours, phone, website, description, kind } = form;
  const { before } = context;
  return {
    ...located,
    kind,
    name: form.name ?? defaultName(form, located, context.locale),
    hoursText: areUntouched(hours, before) ? before.hoursText : hours,
    openingHours: areUntouched(hours, before) ? before.openingHours : context.openingHours,
    exceptions: before?.exceptions ?? [],
    description,
    phone,
    website,
    details: detailsOf(form, before, context.now),
  };
}

/** What the controls of the form show of a pin, by their names. */
export function valuesOf(pin: PinContent): Record<string, string> {
  const { kind, name, lng, lat, street, city, region, postcode, description, phone, website } = pin;
  const plain = { kind, name, street, city, region, postcode, description, phone, website };
  const details = Object.entries(pin.details).map(([id, value]) => [
    `${detailPrefix}${id}`,
    typeof value === "string" ? value : value.value,
  ]);
  return {
    ...Object.fromEntries(Object.entries(plain).map(([control, value]) => [control, value ?? ""])),
    lng: String(lng),
    lat: String(lat),
    hours: shownHours(pin) ?? "",
    ...Object.fromEntries(details),
  };
}
