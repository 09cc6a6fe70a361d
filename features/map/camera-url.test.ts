import { describe, expect, test } from "vitest";
import { accessIds } from "@/features/kinds/schema";
import {
  formatCamera,
  parseCamera,
  parseNear,
  searchThisArea,
  searchWithCamera,
  tileSearch,
  zoomForRadius,
} from "./camera-url";

const chicago = { lng: -87.6324, lat: 41.8819, zoom: 14.25 };

describe("the camera in the address", () => {
  test("comes back as it was written", () => {
    expect(formatCamera(chicago)).toBe("14.25/41.8819/-87.6324");
    expect(parseCamera(formatCamera(chicago))).toEqual(chicago);
  });

  test("keeps about a metre and no more", () => {
    const camera = { lng: -87.632_412_345_6, lat: 41.000_000_01, zoom: 13.987_654 };
    expect(formatCamera(camera)).toBe("13.99/41/-87.63241");
  });

  test.each([
    null,
    "",
    "14",
    "14/41.9",
    "14/41.9/-87.6/0",
    "NaN/41.9/-87.6",
    "Infinity/41.9/-87.6",
    "1e1/41.9/-87.6",
    "0x10/41.9/-87.6",
    "14/ 41.9/-87.6",
    "14//-87.6",
    "-1/41.9/-87.6",
    "23/41.9/-87.6",
    "14/90/-87.6",
    "14/41.9/-180.1",
    "14/-87.6/181",
    "<script>/41.9/-87.6",
    `14/41.${"9".repeat(400)}/-87.6`,
  ])("is ignored when it reads %j", (text) => {
    expect(parseCamera(text)).toBeNull();
  });

  test("takes the place of the camera before and leaves the rest of the address alone", () => {
    const search = new URLSearchParams("kind=food-pantry,water&map=3/0/0&q=rice%20%26%20beans");
    expect(searchWithCamera(search, chicago)).toBe(
      "?kind=food-pantry,water&q=rice+%26+beans&map=14.25/41.8819/-87.6324",
    );
  });
});

test.each([
  ["-87.6324,41.8819", { lng: -87.6324, lat: 41.8819 }],
  ["-87.6324", null],
  ["41.8819,-187.6", null],
  ["NaN,NaN", null],
  ["1,2,3", null],
])("near=%s is read as %j", (text, point) => {
  expect(parseNear(text)).toEqual(point);
});

describe("listing what is in view", () => {
  const edge = { lng: chicago.lng, lat: chicago.lat + 0.009 };

  test("asks near the middle of the map, as far as its nearest edge", () => {
    const href = searchThisArea(new URLSearchParams("open=now&near=1,2&radius=5"), chicago, edge);
    expect(href).toBe("?open=now&near=-87.6324,41.8819&radius=1000&map=14.25/41.8819/-87.6324");
  });

  test("forgets the name of the place before, and keeps words that are not that name", () => {
    const place = new URLSearchParams("q=springfield&place=Springfield&show=40");
    expect(searchThisArea(place, chicago, edge)).not.toMatch(/springfield|place|show/i);
    const words = new URLSearchParams("q=diapers&place=Springfield");
    expect(searchThisArea(words, chicago, edge)).toContain("q=diapers");
  });

  test("never asks further than the list looks", () => {
    const farEdge = { lng: 100, lat: 0 };
    expect(searchThisArea(new URLSearchParams(), chicago, farEdge)).toContain("radius=500000");
    expect(searchThisArea(new URLSearchParams(), chicago, chicago)).toContain("radius=100&");
  });
});

test("a circle of a radius fills the map: half the radius is one zoom nearer", () => {
  expect(zoomForRadius(2000, 41.9)).toBeCloseTo(zoomForRadius(4000, 41.9) + 1);
  expect(zoomForRadius(1, 0)).toBe(16);
  expect(zoomForRadius(40_000_000, 0)).toBe(2);
});

describe("the filters that the tiles are asked for", () => {
  const kinds = ["food-pantry", "water"];

  test("are those of the page, without where it looks", () => {
    const search = new URLSearchParams(
      "q=rice%20%26%20beans&near=1,2&radius=5&kind=food-pantry,water&open=now&access=no-id&map=3/0/0",
    );
    expect(tileSearch(search, kinds)).toBe(
      "?q=rice%20%26%20beans&kind=food-pantry,water&open=now&access=no-id",
    );
  });

  test("are read from an address that repeats them, as the page reads it", () => {
    const search = new URLSearchParams(
      "kind=water&kind=food-pantry,castle&open=fri-18:00&access=halal&access=vip&speaks=es,zh&fresh=30&unknown=no-id,hours",
    );
    expect(tileSearch(search, kinds)).toBe(
      "?kind=water,food-pantry&open=fri-18:00&access=halal&speaks=es,zh&fresh=30&unknown=no-id,hours",
    );
  });

  test("know every access filter", () => {
    const all = accessIds.join(",");
    expect(tileSearch(new URLSearchParams({ access: all, unknown: all }), kinds)).toBe(
      `?access=${all}&unknown=${all}`,
    );
  });

  test("leave out what the tiles would refuse", () => {
    const search = new URLSearchParams("kind=food-pantry,%26x%3D1&open=later&access=&dormant=1");
    expect(tileSearch(search, kinds)).toBe("?kind=food-pantry");
    expect(tileSearch(new URLSearchParams("kind=%7Bz%7D&debug=1"), kinds)).toBe("");
  });

  test("leave out the name of the place that the page looks around", () => {
    expect(tileSearch(new URLSearchParams("q=maspeth&place=Maspeth"), kinds)).toBe("");
  });
});
