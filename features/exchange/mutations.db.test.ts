import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { useDatabase } from "@/lib/testing/use-database";
import { importFile } from "./mutations";
import { type ImportOptions, importOptionsSchema, type LeftOut } from "./schema";

useDatabase();

const town = (id: number, name: string, region: string, lng: number, lat: number) => ({
  id,
  kind: "city",
  name,
  folded: name.toLowerCase(),
  region,
  country: "US",
  population: 100_000,
  lng,
  lat,
});

beforeEach(async () => {
  await db().gazetteerPlace.createMany({
    data: [
      town(1, "Springfield", "MA", -72.59, 42.1),
      town(2, "Boston", "MA", -71.06, 42.36),
      { ...town(3, "01103 Springfield", "MA", -72.588, 42.103), kind: "postcode", folded: "01103" },
    ],
  });
});

type Given = Partial<Omit<ImportOptions, "source">> & { source?: string };

/** Imports a text as a file, with everything held in memory. */
async function importText(text: string, given: Given = {}) {
  const leftOut: LeftOut[] = [];
  const lines: string[] = [];
  const bytes = Buffer.from(text);
  const file = {
    name: "food-pantries.csv",
    bytes: bytes.length,
    open: async function* () {
      yield bytes;
    },
  };
  const report = await importFile(file, importOptionsSchema.parse({ source: "A list", ...given }), {
    spool: {
      write: async (line) => {
        lines.push(line);
      },
      lines: async function* () {
        yield* lines;
      },
    },
    onLeftOut: (row) => leftOut.push(row),
    onProgress: () => undefined,
  });
  return { report, leftOut };
}

const header = "id,name,address,city,state,zip,latitude,longitude,hours,phone";
const csv = (...rows: string[]) => `${[header, ...rows].join("\n")}\n`;
const hope =
  "1,Hope Pantry,12 Elm St,Springfield,MA,01103,42.101,-72.589,Mon-Fri 9am-5pm,413-555-0100";
const faith = "2,Faith Pantry,9 Oak St,Springfield,MA,01103,42.109,-72.571,Call first,413-555-0101";

const allPins = () =>
  db().pin.findMany({ include: { source: true, revisions: true }, orderBy: { externalId: "asc" } });

describe("a list", () => {
  it("puts pins on the map with its name and licence on each of them", async () => {
    const { report } = await importText(csv(hope, faith), { licence: "CC0-1.0" });
    expect(report).toMatchObject({
      rows: 2,
      added: 2,
      leftOut: {},
      withHours: 2,
      hoursUnderstood: 1,
    });
    const [pin] = await allPins();
    expect(pin).toMatchObject({
      kind: "food-pantry",
      name: "Hope Pantry",
      street: "12 Elm St",
      region: "MA",
      timeZone: "America/New_York",
      hoursText: "Mon-Fri 9am-5pm",
      openingHours: "Mo-Fr 09:00-17:00",
      isApproximate: false,
      source: { name: "A list", licence: "CC0-1.0" },
    });
    expect(pin?.revisions).toHaveLength(1);
  });

  it("changes nothing when it is imported again", async () => {
    await importText(csv(hope, faith));
    const before = await allPins();
    const { report } = await importText(csv(hope, faith));
    expect(report).toMatchObject({ added: 0, updated: 0, unchanged: 2, vanished: 0 });
    const strip = (pins: typeof before) => pins.map(({ source, ...pin }) => pin);
    expect(strip(await allPins())).toEqual(strip(before));
  });

  it("changes nothing either when its rows have no ids", async () => {
    const text = csv(hope.replace(/^1/, ""), faith.replace(/^2/, ""));
    await importText(text);
    expect((await importText(text)).report).toMatchObject({ added: 0, updated: 0, unchanged: 2 });
  });

  it("updates what a newer file tells otherwise, adds what is new and counts what is gone", async () => {
    await importText(csv(hope, faith));
    const newer = csv(
      hope.replace("9am-5pm", "9am-6pm"),
      "3,Joy Pantry,1 Ash St,Springfield,MA,01103,42.12,-72.56,,",
    );
    const { report } = await importText(newer);
    expect(report).toMatchObject({ added: 1, updated: 1, unchanged: 0, vanished: 1 });
    const pins = await allPins();
    expect(pins.map(({ name, version }) => [name, version])).toEqual([
      ["Hope Pantry", 2],
      ["Faith Pantry", 1],
      ["Joy Pantry", 1],
    ]);
    expect(pins[0]?.openingHours).toBe("Mo-Fr 09:00-18:00");
    expect(pins[0]?.revisions).toHaveLength(2);
  });

  it("does not overwrite what members have edited", async () => {
    await importText(csv(hope));
    const pin = await db().pin.findFirstOrThrow();
    await db().pin.update({
      where: { id: pin.id },
      data: { name: "Hope's own pantry", version: 2 },
    });
    await db().pinRevision.create({
      data: { pinId: pin.id, version: 2, action: "edited", snapshot: {} },
    });
    const { report } = await importText(csv(hope.replace("9am-5pm", "9am-6pm")));
    expect(report).toMatchObject({ updated: 0, keptEdits: 1 });
    expect(await db().pin.findFirst()).toMatchObject({
      name: "Hope's own pantry",
      openingHours: "Mo-Fr 09:00-17:00",
    });
  });

  it("counts a row that is there twice and sets aside one that tells the same place otherwise", async () => {
    const { report, leftOut } = await importText(csv(hope, hope, hope.replace("0100", "0199")));
    expect(report).toMatchObject({ added: 1, repeated: 1, leftOut: { "same-place": 1 } });
    expect(leftOut[0]).toMatchObject({ line: 4, reason: "same-place" });
  });

  it("writes nothing when it is rehearsed", async () => {
    const { report } = await importText(csv(hope, faith), { isDryRun: true });
    expect(report.added).toBe(2);
    expect(await db().pin.count()).toBe(0);
    expect(await db().source.count()).toBe(0);
  });

  it.each([
    ["cut short", csv(hope, faith).slice(0, -40)],
    ["not a list", "<html><body>Sign in</body></html>"],
    ["empty", ""],
  ])("is refused whole when it is %s", async (_, text) => {
    await expect(importText(text)).rejects.toThrow();
    expect(await db().source.count()).toBe(0);
  });

  it("does no harm when it is imported twice at once", async () => {
    const rows = Array.from({ length: 60 }, (_, index) =>
      hope.replace("1,Hope", `${index},Hope ${index}`).replace("42.101", `42.1${index + 10}`),
    );
    const both = await Promise.all([importText(csv(...rows)), importText(csv(...rows))]);
    expect(both.map(({ report }) => report.added).toSorted()).toEqual([0, 60]);
    expect(await db().pin.count()).toBe(60);
  });
});

describe("a row", () => {
  it("far from the town it states is set aside, and kept for the host", async () => {
    const { report, leftOut } = await importText(
      csv(hope.replace("42.101,-72.589", "42.36,-71.06")),
    );
    expect(report).toMatchObject({ added: 0, leftOut: { "far-away": 1 } });
    expect(leftOut[0]).toMatchObject({
      line: 2,
      detail: expect.stringContaining("km from"),
      values: { name: "Hope Pantry" },
    });
  });

  it("with its axes in each other's place is put right", async () => {
    const { report } = await importText(csv(hope.replace("42.101,-72.589", "-72.589,42.101")));
    expect(report).toMatchObject({ added: 1, swapped: 1 });
    expect(await db().pin.findFirst()).toMatchObject({ lng: -72.589, lat: 42.101 });
  });

  it("that states no place is set aside when no town is anywhere near", async () => {
    const { report } = await importText(
      "name,lat,lng\nHope Pantry,42.101,-72.589\nSea Pantry,30,-45\n",
    );
    expect(report).toMatchObject({ added: 1, leftOut: { "far-from-anything": 1 } });
  });

  it("without coordinates is set aside, or placed roughly when asked", async () => {
    const text = csv(hope.replace("42.101,-72.589", ","), ",Lost Pantry,1 Elm St,Atlantis,,,,,,");
    expect((await importText(text)).report.leftOut).toEqual({ "no-point": 2 });
    const { report } = await importText(text, { placeByPostcode: true });
    expect(report).toMatchObject({ added: 1, approximate: 1, leftOut: { "no-such-place": 1 } });
    expect(await db().pin.findFirst()).toMatchObject({
      lng: -72.588,
      lat: 42.103,
      isApproximate: true,
    });
  });

  it("that shares its point with many others is set aside with them", async () => {
    const rows = Array.from({ length: 8 }, (_, index) =>
      hope.replace("1,Hope", `${index},Hope ${index}`).replace("12 Elm", `${index} Elm`),
    );
    const { report } = await importText(csv(...rows, faith));
    expect(report).toMatchObject({ added: 1, leftOut: { "shared-point": 8 } });
  });

  it("that speaks of shelter from violence is never published, nor kept", async () => {
    const { report, leftOut } = await importText(
      csv(hope.replace("Call first", "").replace("Hope Pantry", "Safe house pantry")),
    );
    expect(report).toMatchObject({ added: 0, leftOut: { refuge: 1 } });
    expect(leftOut).toEqual([{ line: 2, reason: "refuge" }]);
    expect(await db().pin.count()).toBe(0);
  });

  it("called like a nearby pin of another source is set aside; with another name it is added", async () => {
    await importText(csv(hope), { source: "Another list" });
    const near = faith.replace("42.109,-72.571", "42.1012,-72.5891");
    const { report, leftOut } = await importText(csv(hope, near));
    expect(report).toMatchObject({ added: 1, near: 1, leftOut: { "possible-duplicate": 1 } });
    const first = await db().pin.findFirstOrThrow({ where: { source: { name: "Another list" } } });
    expect(leftOut[0]).toMatchObject({ line: 2, detail: `/p/${first.code}` });
  });

  it.each([
    ["NaN,Infinity", "not-numbers"],
    ["0,0", "null-island"],
    ["95.5,200.1", "out-of-range"],
  ])("with the coordinates %s is rejected", async (coordinates, reason) => {
    const { report } = await importText(csv(hope.replace("42.101,-72.589", coordinates), faith));
    expect(report).toMatchObject({ added: 1, leftOut: { [reason]: 1 } });
  });

  it("with markup, control characters and a name of 400 letters is made plain", async () => {
    const hostile = `9,"<script>alert(1)</script>${"Pantry \u202E".repeat(60)}","<b>12</b> Elm St",Springfield,MA,01103,42.101,-72.589,"=cmd|' /C calc'!A0",javascript:1`;
    const { report } = await importText(csv(hostile));
    expect(report).toMatchObject({ added: 1, namesShortened: 1 });
    const pin = await db().pin.findFirstOrThrow();
    expect(pin).toMatchObject({ street: "12 Elm St", phone: null, openingHours: null });
    expect(pin.name.length).toBeLessThanOrEqual(120);
    expect(pin.name).not.toMatch(/[<\u202E]/);
  });
});
