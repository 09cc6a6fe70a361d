import { expect, it } from "vitest";
import { walkingMinutes } from "./rules";

it.each([
  [0, 1],
  [30, 1],
  [700, 12],
  [1150, 20],
  [1300, 25],
  [5100, 90],
  [5300, null],
  [400_000, null],
])("%d metres as the crow flies are about %s minutes on foot", (metres, minutes) => {
  expect(walkingMinutes(metres)).toBe(minutes);
});
