import { expect, it } from "vitest";
import { around, cellAt, coarser, distanceBetween } from "@/features/places/cells/rules";
import { dayMs, minuteMs } from "@/lib/clock";
import { ageBucket, endAfterRenewal, seenFrom } from "./rules";

const begun = new Date("2026-03-01T12:00:00Z");
const after = (ms: number) => new Date(begun.getTime() + ms);

it("is seen within half an hour, never before it was sent", () => {
  expect(seenFrom(begun, 0)).toEqual(begun);
  expect(seenFrom(begun, 0.5)).toEqual(after(15 * minuteMs));
  expect(seenFrom(begun, 0.999_999) < after(30 * minuteMs)).toBe(true);
});

it("is renewed by two weeks, up to a month after it began", () => {
  expect(endAfterRenewal(begun, after(10 * dayMs))).toEqual(after(24 * dayMs));
  expect(endAfterRenewal(begun, after(20 * dayMs))).toEqual(after(30 * dayMs));
});

it("says its age no finer than a day or a week", () => {
  const ages = [0, dayMs - 1, dayMs, 7 * dayMs - 1, 7 * dayMs].map((ms) =>
    ageBucket(begun, after(ms)),
  );
  expect(ages).toEqual(["today", "today", "this-week", "this-week", "earlier"]);
});

it("is near in words alone, told from two areas", () => {
  const own = cellAt({ lng: -87.63, lat: 41.88 }, 7);
  const [, beside = own] = around(own, 1);
  const far = cellAt({ lng: -87.63, lat: 42.06 }, 7);
  expect(distanceBetween(own, own)).toEqual({ is: "this-area" });
  expect(distanceBetween(own, coarser(own, 5))).toEqual({ is: "this-area" });
  expect(distanceBetween(own, beside)).toEqual({ is: "next-area" });
  expect(distanceBetween(own, far)).toEqual({ is: "about", kilometres: 20 });
});
