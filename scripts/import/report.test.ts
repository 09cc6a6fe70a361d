import { expect, it } from "vitest";
import type { ImportReport } from "@/features/exchange/schema";
import { reportLines } from "./report";

const report: ImportReport = {
  format: "csv",
  unit: "line",
  rows: 1400,
  added: 1372,
  updated: 0,
  unchanged: 0,
  keptEdits: 0,
  repeated: 1,
  near: 0,
  leftOut: { "far-away": 2, "no-kind": 24, refuge: 1 },
  vanished: 0,
  withHours: 1000,
  hoursUnderstood: 800,
  emailsDropped: 3,
  namesShortened: 0,
  swapped: 0,
  approximate: 0,
  wereMetres: true,
  columnsLeftOut: ["icon"],
};

it("tells a host what happened to every row, and where to look", () => {
  const told = [{ line: 12, reason: "far-away" as const, detail: "5698 km from Washington" }];
  const done = {
    name: "pantries.csv",
    report,
    seconds: 2,
    told,
    leftOutPath: ".data/imports/x.ndjson",
  };
  expect(reportLines(done, { isDryRun: false })).toEqual([
    "pantries.csv: 1,400 rows of csv in 2.0 s, 700 a second",
    "  added 1,372, updated 0, unchanged 0, set aside 2, rejected 24, withheld 1",
    "  its coordinates were EPSG:3857 metres and have been converted",
    "  opening hours understood: 800 of 1,000",
    "  1 row there twice",
    "  e-mail addresses dropped: 3",
    "  columns not used: icon",
    "  rejected, 24 rows: it does not say of what kind it is: name one with --kind",
    "  set aside, 2 rows: its coordinates are far from the town or postcode that it states",
    "  withheld, 1 row: it speaks of shelter from violence, so it is never published",
    "    line 12: its coordinates are far from the town or postcode that it states (5698 km from Washington)",
    "    and 26 more; every one with its row: .data/imports/x.ndjson",
  ]);
});

it("says when nothing was written", () => {
  const nothing = { ...report, leftOut: {} };
  const done = { name: "a.csv", report: nothing, seconds: 0, told: [], leftOutPath: "" };
  expect(reportLines(done, { isDryRun: true })[0]).toContain("a rehearsal: nothing was written");
});
