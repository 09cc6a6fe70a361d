import { expect, it } from "vitest";
import { noFilter, type PinFilter } from "@/features/pins/schema";
import { countedFilter, countedLevels, levelUnder, recountPauseMs } from "./rules";

it("a tile is drawn from eight or sixteen cells side by side, as long as there are any", () => {
  const zooms = Array.from({ length: 15 }, (_, zoom) => zoom);
  expect(zooms.map(levelUnder)).toEqual([4, 4, 6, 6, 8, 8, 10, 10, 12, 12, 14, 14, 14, 14, 14]);
  const levels: readonly number[] = countedLevels;
  expect(zooms.every((zoom) => levels.includes(levelUnder(zoom)))).toBe(true);
});

it.each<[string, Partial<PinFilter>, ReturnType<typeof countedFilter>]>([
  ["nothing", {}, { facet: null, ignores: [] }],
  ["kinds alone, which are always counted", { kinds: ["water"] }, { facet: null, ignores: [] }],
  ["open now", { openAt: "now" }, { facet: { id: "open", name: "open" }, ignores: [] }],
  [
    "open on Friday",
    { openAt: { weekday: "fri", minutes: 600 } },
    { facet: null, ignores: ["open"] },
  ],
  [
    "one kind of access",
    { access: ["no-referral"] },
    { facet: { id: "noReferral", name: "access" }, ignores: [] },
  ],
  ["two kinds of access", { access: ["no-id", "halal"] }, { facet: null, ignores: ["access"] }],
  ["access that is not counted", { access: ["kosher"] }, { facet: null, ignores: ["access"] }],
  ["seen within a month", { freshDays: 30 }, { facet: { id: "seen", name: "fresh" }, ignores: [] }],
  ["seen within a week", { freshDays: 7 }, { facet: null, ignores: ["fresh"] }],
  [
    "several at once",
    { words: "rice", speaks: ["es"], freshDays: 30, openAt: "now", withDormant: true },
    { facet: { id: "open", name: "open" }, ignores: ["fresh", "speaks", "q", "dormant"] },
  ],
  ["words that say nothing", { words: " - " }, { facet: null, ignores: [] }],
])("counts answer %s", (_what, filter, expected) => {
  expect(countedFilter({ ...noFilter, ...filter })).toEqual(expected);
});

it("the longer a recount takes, the rarer it is", () => {
  expect([0, 3_000, 9_000].map(recountPauseMs)).toEqual([60_000, 60_000, 180_000]);
});
