import { describe, expect, it } from "vitest";
import { boxAround } from "@/features/places/rules";
import type { Place } from "@/features/places/schema";
import type { Address } from "@/features/places/streets/schema";
import {
  boundsOf,
  isLikelyMeant,
  isOwnPlace,
  isUnread,
  type Meaning,
  meaningHref,
  placeBegunWith,
  placeCalled,
  radiusOf,
  radiusStepFor,
  withHeard,
} from "./rules";
import { findHrefWith, parseFind } from "./schema";

let nextId = 1;
const place = (name: string, radiusMetres: number, kind: Place["kind"] = "city"): Place => {
  const point = { lng: -89.6, lat: 39.8 };
  nextId += 1;
  return {
    id: nextId,
    kind,
    name,
    region: "IL",
    country: "US",
    ...point,
    bbox: boxAround(point, radiusMetres),
  };
};

describe("a place that the words name", () => {
  const chicago = place("Chicago", 16_900);

  it("is the only one of that name", () => {
    expect(placeCalled("chicago", [chicago, place("Chicago Heights", 1800)])).toEqual({
      type: "place",
      place: chicago,
      kinds: [],
    });
  });

  it("may have its region behind it", () => {
    expect(placeCalled("Chicago, Illinois", [chicago])?.type).toBe("place");
    expect(placeCalled("chicago il usa", [chicago])?.type).toBe("place");
  });

  it("is the one that nearly everybody means", () => {
    const paris = place("Paris", 15_000);
    expect(placeCalled("Paris", [paris, place("Paris", 1700)], ["water"])).toEqual({
      type: "place",
      place: paris,
      kinds: ["water"],
    });
  });

  it("is asked for when several of a size have the name", () => {
    const places = [place("Springfield", 4200), place("Springfield", 4000)];
    expect(placeCalled("Springfield", places)).toEqual({
      ...{ type: "several", places, kinds: [], words: "Springfield" },
    });
  });

  it("is a postcode, with or without its spaces or its last digits", () => {
    const loop = place("60602 Chicago", 3000, "postcode");
    const toronto = place("M5V Toronto", 3000, "postcode");
    for (const text of ["60602", "60602-1234"]) {
      expect(placeCalled(text, [loop])).toMatchObject({ type: "place", place: loop });
    }
    expect(placeCalled("m5v 2t6", [toronto])).toMatchObject({ type: "place", place: toronto });
    expect(placeCalled("606", [loop])).toBeNull();
  });

  it("is none when a place only begins like that", () => {
    expect(placeCalled("chic", [chicago])).toBeNull();
  });

  it("may have other words behind it, when nothing else fits", () => {
    expect(placeCalled("chicago loop", [chicago])).toBeNull();
    expect(placeBegunWith("chicago loop", [chicago])?.type).toBe("place");
    expect(placeBegunWith("chicagoland", [chicago])).toBeNull();
  });
});

describe("the address that asks for what was meant", () => {
  const reader = { locale: "en", formatTag: "en", units: "metric" } as const;
  const find = parseFind({ q: "anything", near: "1,2", place: "Here", open: "now" });
  const hrefOf = (meaning: Meaning, asked = find) =>
    meaningHref(meaning, asked, reader, ({ street, number }) => `${street} near ${number}`);
  const house: Address = {
    ...{ regionId: 1, id: 1, name: "Howard Street", town: "San Francisco", region: "CA" },
    ...{ country: "US", lng: -122.4, lat: 37.8, number: "500", missingNumber: null },
  };

  it("keeps the filters and the place when only kinds are named", () => {
    expect(hrefOf({ type: "kinds", kinds: ["baby-supplies"], words: "", isNearMe: false })).toBe(
      "/?near=1,2&place=Here&kind=baby-supplies&open=now",
    );
  });

  it("points to Near me, unless the list is around the person already", () => {
    const meaning: Meaning = { type: "kinds", kinds: ["water"], words: "", isNearMe: true };
    expect(hrefOf(meaning)).toBe("/?near=1,2&place=Here&kind=water&open=now#near-me");
    expect(hrefOf(meaning, { ...find, place: "" })).not.toContain("#");
    const aroundMap = parseFind({ q: "water near me", near: "1,2", from: "map" });
    expect(hrefOf(meaning, aroundMap)).toContain("#near-me");
  });

  it("says no more that it is around the middle of the map once a place is named", () => {
    const aroundMap = parseFind({ q: "anything", near: "1,2", from: "map" });
    const href = hrefOf({ type: "place", place: place("Oakland", 8000), kinds: [] }, aroundMap);
    expect(href).toContain("place=Oakland");
    expect(href).not.toContain("from=");
  });

  it("sets the kind and the place together", () => {
    const href = hrefOf({ type: "place", place: place("Oakland", 8000), kinds: ["food-pantry"] });
    expect(href).toContain("near=-89.6,39.8&place=Oakland%2C%20Illinois");
    expect(href).toContain("&kind=food-pantry&open=now");
    expect(href).not.toContain("q=");
  });

  it("names a house by its street and town, and says when only a number near it is known", () => {
    expect(hrefOf({ type: "address", address: house, kinds: [] })).toContain(
      "near=-122.4,37.8&place=500%20Howard%20Street%2C%20San%20Francisco",
    );
    const near = { ...house, number: "498", missingNumber: "500" };
    expect(hrefOf({ type: "address", address: near, kinds: [] })).toContain(
      "place=Howard%20Street%20near%20498%2C%20San%20Francisco",
    );
  });

  it("is none for words, and while somebody must choose a place", () => {
    const places = [place("Springfield", 4200), place("Springfield", 4000)];
    expect(hrefOf({ type: "words" })).toBeNull();
    for (const words of ["Springfield", "springfield ", "Springfield, 😀"]) {
      const meaning: Meaning = { type: "several", places, kinds: [], words: "springfield" };
      expect(hrefOf(meaning, parseFind({ q: words, open: "now" }))).toBeNull();
    }
  });

  it("keeps what else was said while somebody must choose a place, and only the name as words", () => {
    const asked = parseFind({
      q: "water in St Mary",
      near: "1,2",
      kind: "coat-drive",
      map: "9/1/2",
    });
    const hrefFor = (name: string, words: string) => {
      const places = [place(name, 4200), place(name, 4000)];
      return hrefOf({ type: "several", places, kinds: ["water"], words }, asked);
    };
    expect(hrefFor("St. Mary", "st mary")).toBe("/?q=St.%20Mary&near=1,2&kind=water");
    expect(hrefFor("St. Mary", "saint mary")).toBe("/?q=saint%20mary&near=1,2&kind=water");
    // Behind a comma stands a region: read again, this would be another name.
    expect(hrefFor("Mary, Ohio", "mary ohio")).toBe("/?q=mary%20ohio&near=1,2&kind=water");
  });
});

it("a walk begins at the person's own place, not in a town's centre or in a map's middle", () => {
  expect(isOwnPlace(parseFind({ near: "1,2" }))).toBe(true);
  expect(isOwnPlace(parseFind({ near: "1,2", place: "Chicago" }))).toBe(false);
  expect(isOwnPlace(parseFind({ near: "1,2", from: "map" }))).toBe(false);
  expect(isOwnPlace(parseFind({}))).toBe(false);
});

it("looks as far as the place reaches, and at least a walk", () => {
  expect(radiusOf(place("Chicago", 16_900), "metric")).toBe(25_000);
  expect(radiusOf(place("60601", 3000, "postcode"), "miles")).toBe(3219);
});

it("names no round distance beyond the largest", () => {
  expect(radiusStepFor(4000, "metric")).toBe(5000);
  expect(radiusStepFor(4e6, "metric")).toBeNull();
});

describe("what a sentence asks for beside what and where", () => {
  const open = { openAt: "now", access: ["no-id"], speaks: [], freshDays: null } as const;
  const asked = { ...open, access: [...open.access], speaks: [] };

  it("joins the filters that were there, and stays in the address with what nobody understood", () => {
    const find = parseFind({ q: "food stampz open now no id", access: "halal" });
    const href = findHrefWith(withHeard(find, { filter: asked, left: "stampz" }), { words: "" });
    expect(href).toBe(
      "/?open=now&access=halal,no-id&said=food%20stampz%20open%20now%20no%20id&left=stampz",
    );
  });

  it("changes nothing where all of it is a need and a place", () => {
    const find = parseFind({ q: "diapers oakland" });
    const filter = { openAt: null, access: [], speaks: [], freshDays: null };
    expect(withHeard(find, { filter, left: "" })).toBe(find);
  });
});

describe("a place's name beside a need", () => {
  const stamps = place("Stamps", 1_500, "village");

  it("is likely meant for a place that many know, whose region is named, or that is near", () => {
    expect(isLikelyMeant(place("Oakland", 6_000), "oakland", undefined)).toBe(true);
    expect(isLikelyMeant(stamps, "stamps ar", undefined)).toBe(true);
    expect(isLikelyMeant(stamps, "stamps", { lng: -89.5, lat: 39.9 })).toBe(true);
  });

  it("is not meant for a village far away", () => {
    expect(isLikelyMeant(stamps, "stamps", undefined)).toBe(false);
    expect(isLikelyMeant(stamps, "stamps", { lng: -122, lat: 37 })).toBe(false);
  });
});

it("tells a search that nobody could read from none", () => {
  const long = "x".repeat(3_000);
  expect(isUnread(long, parseFind({ q: long }))).toBe(true);
  expect(isUnread("food", parseFind({ q: "food" }))).toBe(false);
  expect(isUnread(undefined, parseFind({}))).toBe(false);
  expect(isUnread(" \u0000", parseFind({ q: " \u0000" }))).toBe(false);
});

it("frames points on the side of the Earth where they are close together", () => {
  const lat = -17;
  const fiji = [179.9, -179.8, 178].map((lng) => ({ lng, lat }));
  expect(boundsOf(fiji)).toEqual({ west: 178, south: lat, east: 180.2, north: lat });
  const chicago = [-87.6, -88.1].map((lng) => ({ lng, lat: 41 }));
  expect(boundsOf(chicago)).toEqual({ west: -88.1, south: 41, east: -87.6, north: 41 });
  expect(boundsOf([{ lng: 0, lat }])).toEqual({ west: 0, south: lat, east: 0, north: lat });
});
