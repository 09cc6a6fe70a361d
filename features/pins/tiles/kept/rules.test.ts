import { describe, expect, it } from "vitest";
import { tileAt } from "@/lib/lng-lat";
import { isChangedBy } from "./rules";

const chicago = { lng: -87.63, lat: 41.88 };
const paris = { lng: 2.35, lat: 48.85 };
const { x, y } = tileAt(10, chicago);
const zooms = Array.from({ length: 17 }, (_, zoom) => zoom);

describe("what a change touches", () => {
  it("is every tile over the place and under it, and no other", () => {
    const isChanged = isChangedBy(`1/1,${x}/${y}`);
    expect(zooms.filter((zoom) => isChanged(tileAt(zoom, chicago)))).toEqual(zooms);
    expect(zooms.filter((zoom) => isChanged(tileAt(zoom, paris)))).toEqual([0]);
    const { x: east, y: south, z } = tileAt(14, chicago);
    expect(isChanged({ z, x: east + 16, y: south })).toBe(false);
  });

  it("is everything, when there is too much to name", () => {
    expect(zooms.every((zoom) => isChangedBy("*")(tileAt(zoom, paris)))).toBe(true);
  });

  it("is nothing, when nothing is named", () => {
    expect(zooms.some((zoom) => isChangedBy("")(tileAt(zoom, chicago)))).toBe(false);
  });
});
