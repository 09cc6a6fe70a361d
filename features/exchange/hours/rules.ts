import { hoursInWords } from "@/features/pins/hours/reading/rules";

/** `openingHours` is OpenStreetMap syntax; null unless every word of `text` was understood. */
export type ReadHours = { text: string; openingHours: string | null };

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
  return { text, openingHours: hoursInWords(`${day.match[2]}: ${times}`) };
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
  const openingHours = hoursInWords(only.replace(opening, "").replace(/\.$/, ""));
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
  const openingHours = exceptions.test(notes) ? null : hoursInWords(whole);
  if (openingHours) return { text: whole, openingHours };
  return (days === "" && labelledHours(notes, hours)) || { text: whole, openingHours: null };
}
