import type { z } from "zod";
import { kindOf } from "@/features/kinds/index";
import { parseDetails } from "@/features/kinds/rules";
import type { Locale } from "@/features/kinds/schema";
import { controlsOf } from "@/features/pins/hours/editor/controls/rules";
import { readHours } from "@/features/pins/hours/editor/reading/rules";
import { mostMonthly, mostSeasons } from "@/features/pins/hours/editor/schema";
import { exceptionControls } from "@/features/pins/hours/exceptions/controls/rules";
import { presentExceptions } from "@/features/pins/hours/exceptions/rules";
import { mostExceptions } from "@/features/pins/hours/exceptions/schema";
import type { PinContent } from "@/features/pins/schema";
import type { LngLat } from "@/lib/lng-lat";
import { dateAt } from "@/lib/time-zone";
import type { Ask, PinForm } from "./schema";

/** The page of a pin that thanks for what was just done there, with the query that leads back to the list. */
export const thanksHref = (
  pinId: string,
  done: "added" | "edited" | "checked",
  asked: string,
): string => `/pins/${pinId}${asked === "" ? "?" : `${asked}&`}${done}=1`;

/** The values whose names begin so, without that beginning. */
export const within = (values: Readonly<Record<string, string>>, prefix: string) =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      name.startsWith(`${prefix}.`) ? [[name.slice(prefix.length + 1), value]] : [],
    ),
  );

const groups = ["details", "hours", "exceptions"] as const;

/** The values with those of a group under its name, as pinFormSchema wants them. */
export function nested(values: Readonly<Record<string, string>>): Record<string, unknown> {
  const alone = Object.entries(values).filter(
    ([name]) => !groups.some((group) => name.startsWith(`${group}.`)),
  );
  const grouped = groups.map((group) => [group, within(values, group)]);
  return { ...Object.fromEntries(alone), ...Object.fromEntries(grouped) };
}

const rowsOf = {
  season: { control: "hours.rows.season", most: mostSeasons },
  monthly: { control: "hours.rows.monthly", most: mostMonthly },
  exception: { control: "exceptions.rows", most: mostExceptions },
} as const;

/** The values of a form that was asked for one more row of a kind. */
export function withOneMore(
  values: Readonly<Record<string, string>>,
  row: Exclude<Ask, "preview">,
): Record<string, string> {
  const { control, most } = rowsOf[row];
  const count = Number(values[control]) || 0;
  return { ...values, [control]: String(Math.min(count + 1, most)) };
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

/** The hours of a pin as it keeps them. */
type KeptHours = Pick<PinContent, "hoursText" | "openingHours" | "exceptions">;

type Context = {
  locale: Locale;
  now: Date;
  /** The pin as it is, when the form changes one. */
  before: PinContent | null;
  /** The hours that the form describes. */
  hours: KeptHours;
};

/** The content of the pin that the form describes. */
export function contentOf(form: PinForm, located: Located, context: Context): PinContent {
  const { phone, website, description, kind } = form;
  const { before, hours } = context;
  return {
    ...located,
    kind,
    name: form.name ?? defaultName(form, located, context.locale),
    hoursText: hours.hoursText,
    openingHours: hours.openingHours,
    exceptions: hours.exceptions,
    description,
    phone,
    website,
    details: detailsOf(form, before, context.now),
  };
}

const prefixed = (prefix: string, values: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}.${name}`, value]));

/** Hours that the editor can show, else their words; beside them what is still to come. */
function hoursValues(pin: PinContent, now: Date): Record<string, string> {
  const { hoursText, openingHours, exceptions, timeZone } = pin;
  const edited = openingHours ? readHours(openingHours) : null;
  const controls = edited ? controlsOf(edited) : { mode: "text" };
  const present = presentExceptions(exceptions, dateAt(now, timeZone));
  return {
    ...prefixed("hours", { text: hoursText ?? openingHours ?? "", ...controls }),
    ...prefixed("exceptions", exceptionControls(present)),
  };
}

/** What the controls of the form show of a pin, by their names. */
export function valuesOf(pin: PinContent, now: Date): Record<string, string> {
  const { kind, name, lng, lat, street, city, region, postcode, description, phone, website } = pin;
  const plain = { kind, name, street, city, region, postcode, description, phone, website };
  const details = Object.entries(pin.details).map(([id, value]) => [
    id,
    typeof value === "string" ? value : value.value,
  ]);
  return {
    ...Object.fromEntries(Object.entries(plain).map(([control, value]) => [control, value ?? ""])),
    lng: String(lng),
    lat: String(lat),
    ...hoursValues(pin, now),
    ...prefixed("details", Object.fromEntries(details)),
  };
}
