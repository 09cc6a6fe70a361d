import { describe, expect, test } from "vitest";
import {
  archivePath,
  archiveVersion,
  basemapOf,
  basemapOrigin,
  byteRangeOf,
  mustAskBeforeLoading,
} from "./rules";

const credit = "© colaboradores de OpenStreetMap";

describe("BASEMAP_URL", () => {
  test("unset means the streets that come with the product", () => {
    expect(basemapOf(undefined, credit)).toMatchObject({
      type: "streets",
      url: "/basemap/chicago",
    });
    expect(basemapOrigin(undefined)).toBeNull();
  });

  test("the streets are credited in the reader's language, with the link that their licence wants", () => {
    const said = `<a href="https://www.openstreetmap.org/copyright">${credit}</a>`;
    for (const setting of [undefined, "/srv/ohio.pmtiles"])
      expect(basemapOf(setting, credit)).toMatchObject({ attribution: said });
  });

  test("a path on disk is served by our own route", () => {
    expect(basemapOf("/srv/ohio.pmtiles", credit)).toMatchObject({
      type: "streets",
      url: "/basemap/host",
    });
    expect(archivePath("host", "/srv/ohio.pmtiles")).toBe("/srv/ohio.pmtiles");
    expect(basemapOrigin("/srv/ohio.pmtiles")).toBeNull();
  });

  test("an archive elsewhere is read from there, and the policy must allow that origin", () => {
    const setting = "https://tiles.example.org/maps/ohio.pmtiles?v=2";
    expect(basemapOf(setting, credit)).toMatchObject({ type: "streets", url: setting });
    expect(archivePath("host", setting)).toBeNull();
    expect(basemapOrigin(setting)).toBe("https://tiles.example.org");
  });

  test("any other address is a style", () => {
    const setting = "https://tiles.example.org/style.json";
    expect(basemapOf(setting, credit)).toEqual({ type: "style", url: setting });
  });
});

test("no name of an archive leads to another file", () => {
  expect(archivePath("world", undefined)).toBe("public/basemap/world.pmtiles");
  for (const name of ["host", "../../.env", "world.pmtiles", "%2e%2e", "constructor", ""]) {
    expect(archivePath(name, undefined)).toBeNull();
  }
  expect(archivePath("host", "/etc/passwd")).toBeNull();
});

describe("a Range header of a file of 1000 bytes", () => {
  test.each([
    ["bytes=0-126", { start: 0, end: 126 }],
    ["bytes=999-", { start: 999, end: 999 }],
    ["bytes=500-99999", { start: 500, end: 999 }],
    ["bytes=-100", { start: 900, end: 999 }],
    ["bytes=-5000", { start: 0, end: 999 }],
  ])("%s is a part", (header, range) => {
    expect(byteRangeOf(header, 1000)).toEqual(range);
  });

  test.each(["bytes=1000-", "bytes=4000-5000", "bytes=-0"])("%s lies outside", (header) => {
    expect(byteRangeOf(header, 1000)).toBe("outside");
  });

  test.each([
    null,
    "",
    "bytes=-",
    "bytes=9-3",
    "bytes=0-1,5-9",
    "lines=0-9",
    "bytes=0x1-2",
    "bytes=1e3-",
  ])("%s means the whole file", (header) => {
    expect(byteRangeOf(header, 1000)).toBe("whole");
  });
});

test.each([
  [undefined, false],
  [null, false],
  ["slow", false],
  [{}, false],
  [{ effectiveType: "4g", saveData: false }, false],
  [{ effectiveType: "4g", saveData: true }, true],
  [{ effectiveType: "3g" }, true],
  [{ effectiveType: "2g" }, true],
  [{ effectiveType: "slow-2g", saveData: false }, true],
])("with the connection %j the map waits to be asked for: %s", (connection, mustAsk) => {
  expect(mustAskBeforeLoading(connection)).toBe(mustAsk);
});

test("an archive that was replaced has another address, even by one of the same size", () => {
  const before = archiveVersion({ size: 5000, mtimeMs: 1_700_000_000_000.25 });
  expect(archiveVersion({ size: 5000, mtimeMs: 1_700_000_000_001 })).not.toBe(before);
  expect(archiveVersion({ size: 5000, mtimeMs: 1_700_000_000_000.75 })).toBe(before);
  expect(encodeURIComponent(before)).toBe(before);
});
