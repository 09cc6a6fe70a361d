import ical from "ical-generator";
import { meetingMs } from "../rules";
import type { MeetingWords } from "../schema";

/**
 * The meeting as a calendar file (RFC 5545): a neutral title and the pin's public address, nothing
 * of who meets whom, why, or through what. Times are in UTC, which every calendar shows by the
 * clock of its reader, right over changes of the clocks without a table of zones. Put in twice it
 * is one entry, since `uid` is the same.
 */
export function calendarFile(
  { pinName, address, at }: MeetingWords,
  { title, uid, madeAt }: { title: string; uid: string; madeAt: Date },
): string {
  const calendar = ical({ prodId: { company: "calendar", product: "calendar" } });
  calendar.createEvent({
    id: uid,
    start: at,
    end: new Date(at.getTime() + meetingMs),
    stamp: madeAt,
    summary: title,
    location: [pinName, address].filter(Boolean).join(", "),
  });
  return calendar.toString();
}
