import { describe, expect, it } from "vitest";
import { bytesInPieces, collected } from "@/lib/testing/streams";
import { decode, detectEncoding, detectFormat } from "./rules";

const text = "name,city\nCafé “Niño”,Peñíscola\n";
const utf16 = (bigEndian: boolean) => {
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
  return bigEndian ? bytes.swap16() : bytes;
};
const windows = Buffer.from(text.replace("“", "\u0093").replace("”", "\u0094"), "latin1");

describe("encodings", () => {
  it.each([
    ["UTF-8", Buffer.from(text), "utf-8"],
    ["UTF-8 with a byte order mark", Buffer.from(`\uFEFF${text}`), "utf-8"],
    ["UTF-16, little end first", utf16(false), "utf-16le"],
    ["UTF-16, big end first", utf16(true), "utf-16be"],
    ["Windows-1252", windows, "windows-1252"],
  ] as const)("reads %s", async (_, bytes, encoding) => {
    expect(await detectEncoding(bytesInPieces(bytes))).toBe(encoding);
    expect((await collected(decode(bytesInPieces(bytes), encoding))).join("")).toBe(text);
  });

  it.each([
    ["a zip archive", Buffer.from("PK\u0003\u0004rest"), "zip"],
    ["bytes that are no text", Buffer.from([1, 0, 2, 0]), "not a text"],
  ])("refuses %s", async (_, bytes, message) => {
    await expect(detectEncoding(bytesInPieces(bytes))).rejects.toThrow(message);
  });
});

describe("formats", () => {
  it.each([
    ['\n<?xml version="1.0"?><kml xmlns="x">', "kml"],
    ['{"type": "FeatureCollection"', "geojson"],
    ['{"type":"Feature"}\n{"type":"Feature"}', "geojson"],
    ['[{"name":"A"}]', "json"],
    ["name,lat,lng\n", "csv"],
  ])("tells %j by its beginning", (head, format) => {
    expect(detectFormat(head)).toBe(format);
  });

  it.each([
    ["<html><body>", /not KML/],
    ["  \n ", /empty/],
  ])("refuses %j", (head, message) => {
    expect(() => detectFormat(head)).toThrow(message);
  });
});
