import { expect, it } from "vitest";
import { noFilter, type PinFilter } from "@/features/pins/schema";
import { listSql } from "../queries";
import { asksOnlyForKinds, isUsual } from "./rules";

const near = { lng: -87.63, lat: 41.88 };
const kinds: PinFilter["kinds"][] = [
  [],
  ["water"],
  ["food-pantry"],
  ["water", "food-pantry"],
  ["water", "food-pantry", "pet-food"],
];
const opens: PinFilter["openAt"][] = [null, "now", { weekday: "fri", minutes: 60 }];
const accesses: PinFilter["access"][] = [
  [],
  ["no-id"],
  ["no-referral"],
  ["wheelchair"],
  ["halal"],
  ["no-id", "wheelchair"],
];
const others: Partial<PinFilter>[] = [
  {},
  { words: "pantry" },
  { withDormant: true },
  { speaks: ["es"] },
  { freshDays: 30 },
  { unknown: ["hours"] },
];

it("the usual filters have few texts between them", () => {
  const filters = kinds.flatMap((some) =>
    opens.flatMap((openAt) =>
      accesses.flatMap((access) =>
        others.map((other) => ({ ...noFilter, kinds: some, openAt, access, ...other })),
      ),
    ),
  );
  const textOf = (filter: PinFilter) =>
    listSql({ near }, filter, { limit: 50 }, new Date("2026-06-08T12:00:00Z")).text;
  expect(new Set(filters.filter(isUsual).map(textOf)).size).toBe(15);
  expect(filters.filter(asksOnlyForKinds).map((filter) => filter.kinds)).toEqual(kinds);
});

it("the page's own filters are usual", () => {
  expect(isUsual(noFilter)).toBe(true);
  expect(isUsual({ ...noFilter, kinds: ["water"], openAt: "now", access: ["no-id"] })).toBe(true);
  expect(isUsual({ ...noFilter, access: ["no-id"] })).toBe(false);
});
