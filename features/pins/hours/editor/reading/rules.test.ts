import { describe, expect, it } from "vitest";
import { writeHours } from "../writing/rules";
import { readHours } from "./rules";

describe("the editor of hours", () => {
  it.each([
    ["09:00-17:00", "Mo-Su 09:00-17:00"],
    ["Mo-Fr 8:00-12:00, 13:00-17:00", "Mo-Fr 08:00-12:00,13:00-17:00"],
    ["Mo-Su 09:00-17:00; We off;", "Mo,Tu,Th-Su 09:00-17:00"],
    [
      "Apr-Oct Mo-Fr 09:00-17:00; Dec 24-26 off",
      "Apr-Oct Mo-Fr 09:00-17:00; Apr-Oct Sa,Su off; Dec 24-Dec 26 off",
    ],
    ["Fr-Mo 10:00-12:00; PH closed", "Mo,Fr-Su 10:00-12:00; PH off"],
    ["Fr 20:00-26:00", "Fr 20:00-02:00"],
    ["Fr[1],Fr[3],Fr[5] 15:30-17:30", "Fr[1,3,5] 15:30-17:30"],
  ])("shows %s as what it would write as %s", (value, written) => {
    const hours = readHours(value);
    expect(hours && writeHours(hours)).toBe(written);
  });

  it.each([
    "Mo 10:00+",
    "sunrise-sunset",
    "2026 Dec 24 off",
    "week 1-53/2 We 10:00-12:00",
    "PH off; Mo-Fr 09:00-17:00",
    "Th 11:30-14:30; 17:00-20:45",
    "Mo-Fr 09:00-17:00, Mo 18:00-20:00",
    "Mo 10:00-12:00, Mo[1] 16:00-18:00",
    'Mo-Fr 09:00-17:00 "ring the bell"',
    "Mo-Fr 09:00-10:00,11:00-12:00,13:00-14:00,15:00-16:00",
    "Mo-Fr 09:00-12:00,11:00-13:00",
    'Mo-Fr 09:00-17:00 || "by appointment"',
    "Mo-Fr",
    "Jun 31-Aug 01 Mo 10:00-12:00",
    "Fr[2],Sa[2] 10:00-12:00",
    "nonsense",
    "",
  ])("leaves %s to be written as text", (value) => {
    expect(readHours(value)).toBeNull();
  });
});
