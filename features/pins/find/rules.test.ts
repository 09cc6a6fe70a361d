import { describe, expect, it } from "vitest";
import { boxAround } from "@/features/places/rules";
import type { Place } from "@/features/places/schema";
import { meaningOf, radiusOf, radiusStepFor } from "./rules";

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

describe("what somebody typed", () => {
  const chicago = place("Chicago", 16_900);

  it("is a place when there is only one of that name", () => {
    expect(meaningOf("chicago", [chicago, place("Chicago Heights", 1800)])).toEqual({
      type: "place",
      place: chicago,
    });
  });

  it("is a place with its region behind it", () => {
    expect(meaningOf("Chicago, Illinois", [chicago]).type).toBe("place");
  });

  it("is the one that nearly everybody means", () => {
    const paris = place("Paris", 15_000);
    expect(meaningOf("Paris", [paris, place("Paris", 1700)])).toEqual({
      type: "place",
      place: paris,
    });
  });

  it("asks which one when several of a size have the name", () => {
    const places = [place("Springfield", 4200), place("Springfield", 4000)];
    expect(meaningOf("Springfield", places)).toEqual({ type: "several", places });
  });

  it("is a kind when it is the word for one, though a town has that name", () => {
    expect(meaningOf("Water", [place("Water", 1500)])).toEqual({ type: "words" });
  });

  it("is a postcode, with or without its town, its spaces or its last digits", () => {
    const loop = place("60602 Chicago", 3000, "postcode");
    const toronto = place("M5V Toronto", 3000, "postcode");
    for (const text of ["60602", "60602-1234", "60602 Chicago"]) {
      expect(meaningOf(text, [loop])).toEqual({ type: "place", place: loop });
    }
    expect(meaningOf("m5v 2t6", [toronto])).toEqual({ type: "place", place: toronto });
    expect(meaningOf("606", [loop])).toEqual({ type: "words" });
  });

  it("is words when a place only begins like that", () => {
    expect(meaningOf("chic", [chicago])).toEqual({ type: "words" });
  });
});

it("looks as far as the place reaches, and at least a walk", () => {
  expect(radiusOf(place("Chicago", 16_900), "metric")).toBe(25_000);
  expect(radiusOf(place("60601", 3000, "postcode"), "miles")).toBe(3219);
});

it("names no round distance beyond the largest", () => {
  expect(radiusStepFor(4000, "metric")).toBe(5000);
  expect(radiusStepFor(4e6, "metric")).toBeNull();
});
