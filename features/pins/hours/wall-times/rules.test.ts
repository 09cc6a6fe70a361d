import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayMs } from "@/lib/clock";
import { chicago } from "@/lib/testing/hours";
import { openTimes } from "../rules";

describe("hostile hours", () => {
  const piece = fc.constantFrom(
    ...'Mo Tu-Su We[1] 09:00-17:00 24/7 ; || , PH SH off + - ( ) [ ] " week 1-53/2 Jan-Dec easter 2026-9999 00:00-48:00 -1 days : . sunrise é 🥫'.split(
      " ",
    ),
  );
  const hostile = fc.oneof(
    fc.string({ maxLength: 255 }),
    fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(" ").slice(0, 255)),
    fc.array(piece, { maxLength: 300 }).map((pieces) => pieces.join(" ").slice(0, 2_000)),
  );

  it("end in an answer soon", { timeout: 60_000 }, () => {
    openTimes({ ...chicago, openingHours: "24/7" }, new Date());
    const from = new Date("2026-03-01T00:00:00Z");
    fc.assert(
      fc.property(hostile, (openingHours) => {
        const before = process.cpuUsage();
        const times = openTimes({ ...chicago, openingHours }, from);
        const milliseconds = process.cpuUsage(before).user / 1000;
        expect(milliseconds).toBeLessThan(openingHours.length > 255 ? 2_500 : 400);
        for (const { opensAt, closesAt } of times ?? []) {
          expect(opensAt < closesAt).toBe(true);
          expect(opensAt >= from && closesAt.getTime() <= from.getTime() + 15 * dayMs).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("of 20 kB are not even looked at", () => {
    const before = process.cpuUsage();
    const openingHours = "Mo-Fr 09:00-17:00; ".repeat(1_100);
    expect(openTimes({ ...chicago, openingHours }, new Date())).toBeNull();
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(50);
  });
});
