import "server-only";
import { isReadable } from "@/lib/opening-hours";
import { scheduleOf } from "./clauses/rules";
import { formatSchedule } from "./schedule/rules";

/** The longest text that is read; nobody's weekly hours need more. */
const longestText = 600;

/**
 * The longest value that is kept. OpenStreetMap's own values end at 255 characters; a week with
 * seasons of its own, written by our editor, needs more (docs/decisions/0014-hours-in-words.md).
 */
export const longestValue = 2_400;
const mostRules = 48;

/** Whether a value is short enough to be read at every look at its pin. */
export const isWithinBounds = (value: string): boolean =>
  value.length <= longestValue && value.split(/;|\|\|/).length <= mostRules;

const syntaxWord =
  /^(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|week|easter|sunrise|sunset|dawn|dusk|off|closed|open|unknown)$/;
const syntaxNumbers =
  /\d\d:\d\d|\b24\/7\b|\[[-\d,]+\]|\b(?:19|20)\d\d\b(?!:)|\bweek \d\d?(?:-\d\d?)?(?:\/\d)?\b|\b[JFMASOND][a-z]{2} \d\d?(?:-\d\d?)?\b(?!:\d)/g;
const comments = /"[^"]*"/g;

/**
 * True for what is written in the syntax, and not just in words like it: the library would take a
 * neighbour's "9-5" for nine in the morning to five in the morning.
 */
export function isOpeningHours(text: string): boolean {
  if (!isWithinBounds(text)) return false;
  const rules = text.replace(comments, "");
  const words = rules.match(/\p{L}+/gu) ?? [];
  return (
    !/\d/.test(rules.replace(syntaxNumbers, "")) &&
    words.every((word) => syntaxWord.test(word)) &&
    (/[\d"]/.test(text) || words.some((word) => /^(?:off|closed|open)$/.test(word))) &&
    isReadable(text)
  );
}

/** A value in OpenStreetMap syntax for a text in English or Spanish, when every word of it is understood. */
export function hoursInWords(text: string): string | null {
  const trimmed = text.trim();
  if (isOpeningHours(trimmed)) return trimmed;
  if (trimmed.length > longestText) return null;
  const schedule = scheduleOf(trimmed);
  const value = schedule && formatSchedule(schedule);
  return value && isWithinBounds(value) ? value : null;
}
