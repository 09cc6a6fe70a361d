import { expect, it } from "vitest";
import { dayMs } from "@/lib/clock";
import { isReadable, openWallTimes } from "./opening-hours";

it("what keeps the library busy for too long is cut off", { timeout: 30_000 }, () => {
  const before = performance.now();
  const hours = "Mo-Su 00:00-00:01,00:02-00:03";
  const manyYears = { fromMs: 0, untilMs: 400_000 * dayMs };
  expect(openWallTimes({ hours, place: null, ...manyYears })).toBeNull();
  expect(performance.now() - before).toBeLessThan(20_000);
  expect(openWallTimes({ hours, place: null, fromMs: 0, untilMs: dayMs })).toHaveLength(2);
});

it("a value is read wherever its holidays are", () => {
  expect(isReadable("Mo-Fr 09:00-17:00; PH off")).toBe(true);
  expect(isReadable("by heart")).toBe(false);
});
