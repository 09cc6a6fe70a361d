import { z } from "zod";
import type { ControlError, Controls } from "@/features/pins/hours/editor/controls/rules";
import { dayMs } from "@/lib/clock";
import { cleanLine } from "@/lib/text";
import type { DayException } from "../schema";
import { effects, mostExceptions } from "../schema";

export type ExceptionError =
  | ControlError
  | "day-past"
  | "hours-not-understood"
  | "not-a-point"
  | "place-missing"
  | "too-many-days";

/** A year is no exception. */
const longestMs = 366 * dayMs;
const longestWords = 200;

/** A day that exists: Date.parse takes 31 June for the first of July. */
const isDay = (text: string) => z.iso.date().safeParse(text).success;

/** "41.88, -87.63": latitude first, as maps show it; null where nothing was typed. */
function readPoint(text: string): { lng: number; lat: number } | "wrong" | null {
  if (text === "") return null;
  const [, lat, lng] = /^(-?\d{1,2}(?:\.\d+)?)[,; ]+(-?\d{1,3}(?:\.\d+)?)$/.exec(text) ?? [];
  if (lat === undefined || Math.abs(Number(lat)) > 90 || Math.abs(Number(lng)) > 180)
    return "wrong";
  return { lng: Number(lng), lat: Number(lat) };
}

type Reading = {
  /** The day on which the form is sent, at the place. */
  today: string;
  /** OpenStreetMap syntax for words about hours, or null. */
  hoursInWords: (text: string) => string | null;
};

function readRow(
  said: (control: string) => string,
  { today, hoursInWords }: Reading,
  blame: (control: string, error: ExceptionError) => void,
): DayException | null {
  const effect = effects.find((known) => known === said("effect"));
  if (!effect) return null;
  const firstDay = said("firstDay");
  const lastDay = said("lastDay") || firstDay;
  const note = said("note") || null;
  if (!isDay(firstDay)) blame("firstDay", "day-missing");
  else if (!isDay(lastDay)) blame("lastDay", "day-missing");
  else if (lastDay < firstDay) blame("lastDay", "day-order");
  else if (lastDay < today) blame("lastDay", "day-past");
  else if (Date.parse(lastDay) - Date.parse(firstDay) > longestMs)
    blame("lastDay", "too-many-days");
  if (note && note.length > longestWords) blame("note", "too-long");
  const days = { firstDay, lastDay, note };
  switch (effect) {
    case "closed":
      return { effect, ...days };
    case "hours": {
      const words = said("hours");
      const openingHours = hoursInWords(words) ?? hoursInWords(`daily ${words}`);
      if (words === "") blame("hours", "range-missing");
      else if (!openingHours || openingHours.length > 255) blame("hours", "hours-not-understood");
      return { effect, ...days, openingHours: openingHours ?? "" };
    }
    case "moved": {
      const to = said("to");
      const point = readPoint(said("point"));
      if (to === "") blame("to", "place-missing");
      if (to.length > longestWords) blame("to", "too-long");
      if (point === "wrong") blame("point", "not-a-point");
      return { effect, ...days, to, point: point === "wrong" ? null : point };
    }
  }
}

/** What is said twice is kept once. */
const withoutRepeats = (exceptions: readonly DayException[]): DayException[] => [
  ...new Map(exceptions.map((exception) => [JSON.stringify(exception), exception])).values(),
];

/** The exceptions that the controls of a form name, or what is wrong with which control. */
export function readExceptions(
  controls: Controls,
  reading: Reading,
):
  | { ok: true; exceptions: DayException[] }
  | { ok: false; errors: Record<string, ExceptionError> } {
  const errors: Record<string, ExceptionError> = {};
  const exceptions = Array.from({ length: mostExceptions }, (_, place) => String(place)).flatMap(
    (row) => {
      const said = (control: string) => cleanLine(controls[`${row}.${control}`] ?? "");
      if (said("remove") === "on") return [];
      const read = readRow(said, reading, (control, error) => {
        errors[`${row}.${control}`] ??= error;
      });
      return read ? [read] : [];
    },
  );
  return Object.keys(errors).length > 0
    ? { ok: false, errors }
    : { ok: true, exceptions: withoutRepeats(exceptions) };
}

/** The controls of a form as they show these exceptions. */
export function exceptionControls(exceptions: readonly DayException[]): Record<string, string> {
  const rows = exceptions.flatMap((exception, row) => {
    const { effect, firstDay, lastDay, note } = exception;
    const own =
      exception.effect === "hours"
        ? { hours: exception.openingHours }
        : exception.effect === "moved"
          ? {
              to: exception.to,
              point: exception.point ? `${exception.point.lat}, ${exception.point.lng}` : "",
            }
          : {};
    const all = { effect, firstDay, lastDay, note: note ?? "", ...own };
    return Object.entries(all).map(([control, value]) => [`${row}.${control}`, value]);
  });
  return { ...Object.fromEntries(rows), rows: String(exceptions.length) };
}
