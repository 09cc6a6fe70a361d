import { describe, expect, it } from "vitest";
import { dayMs } from "@/lib/clock";
import {
  codeFrom,
  foldedWords,
  holdReason,
  isNewcomer,
  isSecretRefuge,
  lastDay,
  limitsOf,
  normaliseCode,
  refusal,
  refusedEdit,
} from "./rules";

const pin = { name: "Elm Street pantry", description: null, website: null, lng: -87.6, lat: 41.8 };

describe("what goes on the map at once", () => {
  it.each([
    ["a name", pin, null],
    ["a website", { ...pin, website: "https://example.org" }, null],
    ["one link in the words", { ...pin, description: "See www.example.org" }, null],
    ["two links", { ...pin, description: "example.com and http://example.net" }, "many-links"],
    [
      "a website and a link",
      { ...pin, website: "https://a.org", description: "or b.org" },
      "many-links",
    ],
    ["a telephone number in the name", { ...pin, name: "Call 312-555-0142" }, "contact-in-name"],
    ["an address in the name", { ...pin, name: "ana@example.org" }, "contact-in-name"],
    ["a house number in the name", { ...pin, name: "Pantry at 1200 W 18th Street" }, null],
    ["a home", { ...pin, description: "Books on my porch, please knock" }, "private-home"],
    ["a home in Spanish", { ...pin, description: "Toca el timbre de mi casa" }, "private-home"],
    ["a home for books", { ...pin, description: "A small house full of books" }, null],
  ])("%s", (_what, content, reason) => {
    expect(holdReason(content)).toBe(reason);
  });

  it.each([
    ["Women's refuge", true],
    ["Domestic violence shelter", true],
    ["A safe house for families", true],
    ["Refugio para mujeres", true],
    ["Casa de acogida para víctimas", true],
    ["Women's clothing closet", false],
    ["Pet shelter food bank", false],
    ["Refuge coffee and meals", false],
  ])("a place where people hide from violence never does: %s", (name, isSecret) => {
    expect(isSecretRefuge({ name, description: null })).toBe(isSecret);
    expect(refusal({ ...pin, name })).toBe(isSecret ? "secret-refuge" : null);
  });

  it("nothing does at 0,0", () => {
    expect(refusal({ ...pin, lng: 0, lat: 0 })).toBe("nowhere");
    expect(refusal({ ...pin, lng: 0, lat: 51.5 })).toBeNull();
  });
});

describe("an edit", () => {
  const before = { ...pin, isApproximate: false };

  it("may move a pin to the other side of the park, not to another town", () => {
    expect(refusedEdit(before, { ...pin, lat: 41.81 })).toBeNull();
    expect(refusedEdit(before, { ...pin, lat: 41.83 })).toBe("moved-too-far");
    expect(refusedEdit({ ...before, isApproximate: true }, { ...pin, lat: 41.83 })).toBeNull();
  });

  it("cannot put in what a new pin would be held for, but may leave it", () => {
    const suspicious = { ...pin, description: "my house" };
    expect(refusedEdit(before, suspicious)).toBe("looks-unsafe");
    expect(refusedEdit({ ...before, ...suspicious }, suspicious)).toBeNull();
  });
});

it("a member has a newcomer's limits for a day", () => {
  const joined = new Date("2026-01-01T00:00:00Z");
  const later = (ms: number) => new Date(joined.getTime() + ms);
  expect(isNewcomer(joined, later(dayMs - 1))).toBe(true);
  expect(isNewcomer(joined, later(dayMs))).toBe(false);
  expect(limitsOf(joined, joined).add.capacity).toBe(5);
  expect(limitsOf(joined, later(dayMs)).add.capacity).toBe(10);
});

it("a code has six letters that do not look alike, in one spelling", () => {
  const codes = Array.from({ length: 256 }, (_, byte) => codeFrom(new Uint8Array(9).fill(byte)));
  for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-Z]{6}$/);
  expect(normaliseCode(" ab2c3d ")).toBe("AB2C3D");
});

it("a search looks through the name, the kind and the address, without accents or marks", () => {
  const place = { street: "5th & Elm", city: "Cañón City", region: null, postcode: "81212" };
  expect(foldedWords({ name: "St. Mary’s", ...place }, ["Food pantry"])).toBe(
    "st mary s food pantry 5th elm canon city 81212",
  );
});

it("the last day is read from the kind's own field", () => {
  expect(lastDay({ "ends-on": "2026-12-31" }, "ends-on")).toBe("2026-12-31");
  expect(lastDay({ "ends-on": "soon" }, "ends-on")).toBeNull();
  expect(lastDay({ "ends-on": "2026-12-31" }, undefined)).toBeNull();
});
