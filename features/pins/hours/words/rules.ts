/** Comments of OpenStreetMap values and the words for them, in the languages we speak. */
const appointment = /appointment|\bappt\b|reservation|by request|cita\b|rendez-vous|vereinbarung/i;

/** True for a comment that lets nobody in without having asked before. */
export const saysAppointment = (comment: string | null): boolean =>
  comment !== null && appointment.test(comment);

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
