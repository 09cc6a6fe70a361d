import { expect, it } from "vitest";
import { askAnewForPins, tileRequest } from "./fresh-tiles";

const tile = "https://cup.example/tiles/pins/16/1/2?kind=water";

it("tiles of pins come from what the browser keeps, until the person has changed a pin", () => {
  expect(tileRequest(tile, 1000)).toBeUndefined();
  askAnewForPins(1000);
  expect(tileRequest(tile, 2000)).toEqual({ url: tile, cache: "no-cache" });
  expect(tileRequest("https://cup.example/basemap/world", 2000)).toBeUndefined();
});

it("after the longest that a tile may be kept, it may be kept again", () => {
  askAnewForPins(0);
  expect(tileRequest(tile, 330_000)).toBeDefined();
  expect(tileRequest(tile, 340_000)).toBeUndefined();
});
