import { describe, expect, test } from "vitest";
import { accessIds, kindIds } from "@/features/kinds/schema";
import { filterOf as filterOfTiles, tileParametersSchema } from "@/features/pins/doors/schema";
import { filterOf, parseFind } from "@/features/pins/find/schema";
import { isoLanguages } from "@/lib/iso-languages";
import { foldWords } from "@/lib/text";
import {
  formatCamera,
  parseCamera,
  parseNear,
  parseRadius,
  queryKeepingView,
  searchForPin,
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
  const corner = { lng: chicago.lng, lat: chicago.lat + 0.009 };

  test("asks around the middle of the map, as far as its farthest corner, and says so", () => {
    const href = searchThisArea(new URLSearchParams("open=now&near=1,2&radius=5"), chicago, corner);
    expect(href).toBe(
      "?open=now&near=-87.6324,41.8819&radius=1050&from=map&map=14.25/41.8819/-87.6324",
    );
  });

  test("forgets the name of the place before, and keeps words that are not that name", () => {
    const place = new URLSearchParams("q=springfield&place=Springfield&show=40");
    expect(searchThisArea(place, chicago, corner)).not.toMatch(/springfield|place|show/i);
    const words = new URLSearchParams("q=diapers&place=Springfield");
    expect(searchThisArea(words, chicago, corner)).toContain("q=diapers");
  });

  test("never asks further than the list looks", () => {
    const farCorner = { lng: 100, lat: 0 };
    expect(searchThisArea(new URLSearchParams(), chicago, farCorner)).toContain("radius=500000");
    expect(searchThisArea(new URLSearchParams(), chicago, chicago)).toContain("radius=100&");
  });
});

test.each([
  "-5",
  "0",
  "",
  "NaN",
  "1e99",
  "99",
  "100",
  "1234.5",
  "5000",
  "500000",
  "500001",
  "0x100",
])("radius=%s is as far on the map as in the list", (radius) => {
  expect(parseRadius(radius)).toBe(parseFind({ radius }).radiusMetres);
});

describe("a link beside the map", () => {
  const pinPath = "/pins/0190f2a0-0000-7000-8000-000000000001";
  const shown = (search: string, pathname = "/") => ({ pathname, search });

  test("to the same place leaves the map where it is, and requests and offers on it", () => {
    const list = shown("?near=1,2&map=9/9/9&posts=shown");
    const chip = shown("?near=1,2&kind=water&map=3/0/0");
    expect(queryKeepingView(chip, list, chicago)).toBe(
      "?near=1,2&kind=water&posts=shown&map=14.25/41.8819/-87.6324",
    );
    expect(queryKeepingView(shown(""), shown("?kind=water"), chicago)).toBe(
      "?map=14.25/41.8819/-87.6324",
    );
  });

  test("to another place or distance lets the map go there", () => {
    const list = shown("?near=1,2&radius=1000&map=9/9/9&posts=shown");
    expect(queryKeepingView(shown("?near=1,2&radius=5000"), list, chicago)).toBe(
      "?near=1,2&radius=5000&posts=shown",
    );
    expect(queryKeepingView(shown("?near=3,4&radius=1000"), list, null)).not.toContain("map=");
  });

  test("to a pin remembers where the map is; back from it the list's own place counts", () => {
    const list = shown("?near=1,2");
    expect(queryKeepingView(shown("?near=1,2", pinPath), list, chicago)).toContain("map=14.25");
    expect(queryKeepingView(list, shown("?near=1,2&map=9/9/9", pinPath), chicago)).toBe(
      "?near=1,2",
    );
  });

  test("to where a pin is checked, changed or looked back on takes requests and offers along", () => {
    const asked = "?near=1,2&map=9/9/9";
    for (const page of ["check", "edit", "history"]) {
      const link = shown(asked, `${pinPath}/${page}`);
      const pin = shown("?near=1,2&map=16/1/2&posts=shown", pinPath);
      expect(queryKeepingView(link, pin, chicago)).toBe("?near=1,2&map=9%2F9%2F9&posts=shown");
    }
  });

  test("hides requests and offers again when they are no longer ticked", () => {
    expect(queryKeepingView(shown("?posts=shown"), shown(""), null)).toBe("");
  });

  test("to any other page stays as it is", () => {
    const list = shown("?near=1,2&posts=shown");
    for (const path of ["/pins/new", `${pinPath}/other`, "/requests"]) {
      expect(queryKeepingView(shown("?a=1", path), list, chicago)).toBe("?a=1");
    }
  });
});

test("the page of the next pin does not thank for what was done to the one before", () => {
  expect(searchForPin(new URLSearchParams("near=1,2&checked=1&added=1&map=3/0/0"))).toBe(
    "?near=1,2&map=3%2F0%2F0",
  );
  expect(searchForPin(new URLSearchParams("edited=1&said=no+papers&left=papers"))).toBe("");
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

  test.each([
    "😀".repeat(101),
    `a${"😀".repeat(120)}`,
    "x".repeat(3000),
    `${"x".repeat(199)}😀`,
    "\uD83D",
    "  rice\u0007 & beans ",
    "😀 pan",
    "٣",
    "😀",
    " ¿?… \u0301",
  ])("ask for the words that the list looks for: %j", (q) => {
    const asked = new URLSearchParams(tileSearch(new URLSearchParams({ q }), kinds));
    const { words } = filterOf(parseFind({ q: new URLSearchParams({ q }).get("q") ?? "" }));
    expect(asked.get("q") ?? "").toBe(foldWords(words) === "" ? "" : words);
  });

  test("leave out words without a letter or a digit, which ask for nothing", () => {
    expect(tileSearch(new URLSearchParams({ q: "😀", open: "now" }), kinds)).toBe("?open=now");
  });

  test("keep a name that several places have, as the list does until one is chosen", () => {
    const sentence = "said=food%20open%20now%20in%20Springfield";
    const search = new URLSearchParams(`q=Springfield&kind=water&open=now&${sentence}`);
    expect(tileSearch(search, kinds)).toBe("?q=Springfield&kind=water&open=now");
    search.append("near", "-93.3,37.2");
    search.append("place", "Springfield");
    expect(tileSearch(search, kinds)).toBe("?kind=water&open=now");
  });

  test("leave out the name of the place that the page looks around", () => {
    expect(tileSearch(new URLSearchParams("q=maspeth&place=Maspeth"), kinds)).toBe("");
  });

  test.each([
    "",
    "speaks=xx",
    "speaks=es,xx,zz,zh,eng",
    "fresh=1",
    "fresh=730",
    "fresh=731",
    "fresh=999",
    "fresh=0",
    "fresh=007",
    "fresh=00030",
    "fresh=-3",
    "fresh=1e2",
    `kind=${"water,".repeat(100)}food-pantry`,
    `kind=${"water,".repeat(30)}food-pantry`,
    `kind=${"castle,".repeat(60)}water`,
    `kind=${kindIds.join()},${kindIds.join()}`,
    "kind=water&kind=food-pantry&kind=water",
    `speaks=${isoLanguages.join()}`,
    "access=no-id,no-id,vip&unknown=hours,hours,no-id,weather",
    "access=No-ID&kind=Water",
    "open=fri-24:00",
    "open=fri-18:00",
    "open=soon",
    "dormant=shown",
    "dormant=1",
    "q=Springfield&kind=water&open=now&access=no-id&said=no%20ID%20in%20Springfield&left=stampz",
  ])("are answered, and are those of the list: %s", (address) => {
    const search = new URLSearchParams(address);
    const parameters = Object.fromEntries(
      [...search.keys()].map((name) => [name, search.getAll(name)]),
    );
    const asked = new URLSearchParams(tileSearch(search, kindIds));
    const tiles = tileParametersSchema.parse(Object.fromEntries(asked));
    expect(filterOfTiles(tiles)).toEqual(filterOf(parseFind(parameters)));
  });
});
