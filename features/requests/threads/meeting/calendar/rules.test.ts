import { expect, it } from "vitest";
import { calendarFile } from "./rules";

const meeting = {
  pinId: "00000000-0000-4000-8000-000000000000",
  pinName: "Elm Street Pantry",
  address: "12 Elm St, Chicago IL 60601",
  timeZone: "America/Chicago",
  at: new Date("2026-11-26T23:30:00Z"),
};

const file = (title = "Meeting") =>
  calendarFile(meeting, { title, uid: "abc", madeAt: new Date("2026-11-20T08:00:00Z") });

it("a calendar file says a time, a public address and a neutral title, and nothing else", () => {
  const lines = file().split("\r\n").filter(Boolean);
  expect(lines).toEqual([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//calendar//calendar//EN",
    "BEGIN:VEVENT",
    "UID:abc",
    "SEQUENCE:0",
    "DTSTAMP:20261120T080000Z",
    "DTSTART:20261126T233000Z",
    "DTEND:20261127T000000Z",
    "SUMMARY:Meeting",
    "LOCATION:Elm Street Pantry\\, 12 Elm St\\, Chicago IL 60601",
    "END:VEVENT",
    "END:VCALENDAR",
  ]);
});

it("a calendar file is the same whatever zone this process runs in", () => {
  const before = process.env.TZ;
  process.env.TZ = "Asia/Tokyo";
  expect(file()).toContain("DTSTART:20261126T233000Z");
  process.env.TZ = before;
});
