import OpeningHours from "opening_hours";
import { scheduleOf } from "./clauses/rules";
import { formatSchedule } from "./schedule/rules";

/** The longest text that is read; nobody's weekly hours need more. */
const longestText = 600;
/** OpenStreetMap's own limit for a value. */
const longestValue = 255;

/** `openingHours` is OpenStreetMap syntax; null unless every word of `text` was understood. */
export type ReadHours = { text: string; openingHours: string | null };

const osmLike = /^(?:24\/7|(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)\b[^a-z]*)/;
const osmWord =
  /^(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|week|easter|sunrise|sunset|dawn|dusk|off|closed|open)$/;

/** Holidays need a country; which one makes no difference to whether a value can be read. */
const anywhere = { lat: 40, lon: -100, address: { country_code: "us", state: "Kansas" } };

function isReadable(value: string): boolean {
  try {
    new OpeningHours(value, anywhere);
    return true;
  } catch {
    return false;
  }
}

/** True for a value that is OpenStreetMap opening_hours already, and not just words like it. */
export const isOpeningHours = (text: string): boolean =>
  text.length <= longestValue &&
  osmLike.test(text) &&
  /^[-A-Za-z\d:;,+/[\]()| ]+$/.test(text) &&
  !/\d\s?[ap]m?\b/i.test(text) &&
  (text.match(/[A-Za-z]+/g) ?? []).every((word) => osmWord.test(word)) &&
  isReadable(text);

/** A value in OpenStreetMap syntax for a text, when every word of it is understood. */
function understood(text: string): string | null {
  if (text.length > longestText) return null;
  if (isOpeningHours(text)) return text;
  const schedule = scheduleOf(text);
  const value = schedule && formatSchedule(schedule);
  return value && value.length <= longestValue ? value : null;
}

/** The parts of "Distribution Day: Wednesday | Distribution Time: 12:00 pm - 1:00 pm". */
const labelledPart = /^\s*([^:|]{2,40}?)\s*:\s*(.+?)\s*$/;
const dayLabel = /\b(?:days?|dias?)$/i;
const timeLabel = /\b(?:times?|hours|horas?|horario)$/i;

function labelledHours(notes: string, hours: string): ReadHours | null {
  const parts = notes
    .split(/[|\n]/)
    .map((whole) => ({ whole: whole.trim(), match: labelledPart.exec(whole) }));
  const dayParts = parts.filter(({ match }) => match && dayLabel.test(match[1] ?? ""));
  const [day] = dayParts;
  if (!day?.match || dayParts.length > 1) return null;
  const about = (day.match[1] ?? "").replace(dayLabel, "").trim().toLowerCase();
  const time = parts.find(
    ({ match }) =>
      match &&
      timeLabel.test(match[1] ?? "") &&
      (match[1] ?? "").replace(timeLabel, "").trim().toLowerCase() === about,
  );
  const times = time?.match?.[2] ?? hours;
  if (!times || (hours && time && times !== hours)) return null;
  const text = [day.whole, time ? time.whole : hours].join(" | ");
  return { text, openingHours: understood(`${day.match[2]}: ${times}`) };
}

const sentenceEnd = /(?<=[.!?>])\s+(?=[A-ZÁÉÍÓÚÑ¿¡])|[\n|]+/u;
/** What a sentence has that may say when a place is open, or that it is not. */
const saysWhen =
  /\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*day?s?\b|\b(?:lunes|martes|miércoles|jueves|viernes|sábados?|domingos?)\b|\d\s?[ap]\.?\s?m\b|\d:\d\d|\bnoon\b|\b(?:closed|cerrado|reopen|resume|temporar|holiday|every other|additional|emergenc|by appointment|con cita|month of|january|february|march|april|june|july|august|september|october|november|december)/iu;
/** The beginning of a sentence that tells a place's hours: "Pantry is open", "Pickup occurs". */
const opening =
  /^(?:the |this |our )?(?:food |mobile |pop-up |soup )?(?:pantry|pick-?up|distribution|meal ?site|kitchen|fridge|site|location|hours(?: of operation)?|open)?(?: distribution| hours)?\s*(?:is|are|occurs|runs|:)?\s*(?:held |open )?(?:on )?/iu;

/**
 * Hours hidden in a description: the one sentence that tells them, when no other sentence says
 * anything about days, times, closures or exceptions.
 */
function sentenceHours(notes: string): ReadHours | null {
  const telling = notes
    .split(sentenceEnd)
    .map((sentence) => sentence.trim())
    .filter((sentence) => saysWhen.test(sentence));
  const [only] = telling;
  if (!only || telling.length > 1) return null;
  const openingHours = understood(only.replace(opening, "").replace(/\.$/, ""));
  return openingHours ? { text: only, openingHours } : null;
}

/** Words in the notes that put hours from elsewhere in doubt. */
const exceptions =
  /\balso open\b|\b(?:pantry|site|kitchen|program)\b[^.]{0,20}\bclosed\b|\btemporar|\bevery other\b|\badditional (?:hours|distribution)\b|\bhours (?:may|will|are subject)\b|\bby appointment only\b|(?<!\b(?:if|no) (?:an )?)\bappointments? (?:is |are )?(?:required|necessary)\b|\bmust call\b|\bmonth of\b|\bsolo con cita\b/iu;

/**
 * When a place is open, from its own words. Nothing is guessed: a text with a word that is not
 * understood ("by appointment", "except holidays", "every other Friday", a month) is kept as text
 * alone. Days and times may stand in separate columns or in the notes; notes that speak of
 * exceptions keep the hours from being read.
 */
export function readHours(given: { hours: string; days: string; notes: string }): ReadHours | null {
  const { hours, days, notes } = given;
  if (hours === "") {
    if (days !== "") return { text: days, openingHours: null };
    return notes === "" ? null : (labelledHours(notes, "") ?? sentenceHours(notes));
  }
  const whole = days === "" ? hours : `${days}: ${hours}`;
  const openingHours = exceptions.test(notes) ? null : understood(whole);
  if (openingHours) return { text: whole, openingHours };
  return (days === "" && labelledHours(notes, hours)) || { text: whole, openingHours: null };
}
