import { readHours } from "../editor/reading/rules";
import type { DayPlan } from "../editor/schema";

/** Comments of OpenStreetMap values and the words for them, in the languages we speak. */
const appointment = /appointment|\bappt\b|reservation|by request|cita\b|rendez-vous|vereinbarung/i;

const noAppointment =
  /\b(?:no|without|sin)\s+(?:an?\s+|prior\s+|previa\s+)?(?:appointment|appt|reservation|cita)s?\b|\b(?:appointment|reservation)s?\s+(?:is\s+|are\s+)?not\s+(?:needed|required|necessary)|\bno\s+(?:se\s+)?(?:necesita|requiere|hace falta|es necesaria)\s+cita/gi;

/** True for a comment that lets nobody in without having asked before. */
export const saysAppointment = (comment: string | null): boolean =>
  comment !== null && appointment.test(comment.replace(noAppointment, ""));

/** True when some times of an opening_hours value, if not all, need an appointment. */
export const needsAppointment = (openingHours: string): boolean =>
  (openingHours.match(/"[^"]*"/g) ?? []).some(saysAppointment);

const minuteMs = 60_000;

/** Within so many minutes an opening or a closing is told as "in 40 min". */
export const soonMinutes = 60;
/** Whoever is told of a closing this near had better hurry, or stay. */
const hurryMinutes = 30;

/** Whole minutes until an opening, never less than one. */
export const minutesUntilOpen = (opensAt: Date, now: Date): number =>
  Math.max(1, Math.ceil((opensAt.getTime() - now.getTime()) / minuteMs));

/** Whole minutes that are left until a closing. */
export const minutesLeft = (openUntil: Date, now: Date): number =>
  Math.max(0, Math.floor((openUntil.getTime() - now.getTime()) / minuteMs));

/** How urgent a closing is: `late` when the walk takes longer than it stays open. */
export function hurry(left: number, walkMinutes: number | null): "late" | "soon" | "no" {
  if (walkMinutes !== null && walkMinutes >= left) return "late";
  return left <= hurryMinutes ? "soon" : "no";
}

const dayMs = 86_400_000;

/** The weekdays, Monday 0, from one day (2026-12-31) to another. */
function weekdaysOf(firstDay: string, lastDay: string): number[] {
  const [first, last] = [firstDay, lastDay].map((day) => Date.parse(`${day}T00:00:00Z`) / dayMs);
  const count = Math.min(7, (last ?? 0) - (first ?? 0) + 1);
  // 1 January 1970 was a Thursday.
  return Array.from({ length: count }, (_, ahead) => ((first ?? 0) + ahead + 3) % 7);
}

/**
 * What hours say of all days from one to another, where that is the same for each of them; null
 * where it is not, or where they are richer than the editor.
 */
export function planOfDays(
  openingHours: string,
  { firstDay, lastDay }: { firstDay: string; lastDay: string },
): DayPlan | null {
  const hours = readHours(openingHours);
  if (!hours) return null;
  if (hours.type === "always") return { type: "open", ranges: [{ opens: 0, closes: 1440 }] };
  if (hours.type === "appointment") return { type: "appointment", ranges: [] };
  if (hours.seasons.length > 0 || hours.monthly.length > 0 || hours.holidays) return null;
  const plans = weekdaysOf(firstDay, lastDay).map((day) => hours.week[day]);
  const [plan] = plans;
  const isSame = plans.every((other) => JSON.stringify(other) === JSON.stringify(plan));
  return plan && isSame ? plan : null;
}
