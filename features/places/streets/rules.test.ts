import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addressLabel,
  addressOf,
  addressReadingsOf,
  areSpelledLike,
  foldStreet,
  partOf,
  readNumber,
  soundsLikeAddress,
} from "./rules";

describe("the name of a street", () => {
  it.each([
    ["Howard Street", "howard st"],
    ["HOWARD ST.", "Howard Street"],
    ["5th Ave", "Fifth Avenue"],
    ["Av. de Monte-Carlo", "Avenue de Monte Carlo"],
    ["C/ Mayor", "Calle Mayor"],
    ["Avda. de la Constitución", "Avenida Constitucion"],
    ["Boulevard des Moulins", "Bd. Moulins"],
    ["N. Martin Luther King Jr Blvd", "North Martin Luther King Jr Boulevard"],
    ["Rue de l'Église", "rue eglise"],
    ["The Embarcadero", "Embarcadero"],
  ])("%s is the same as %s", (one, other) => {
    expect(foldStreet(one)).toBe(foldStreet(other));
  });

  it("keeps what would leave nothing", () => {
    expect(foldStreet("The")).toBe(" the");
  });
});

describe("a house number", () => {
  it.each([
    ["12", "12"],
    ["12 A", "12a"],
    ["7 bis", "7bis"],
    ["498–502", "498-502"],
    ["", null],
    ["K12", null],
    ["5th", null],
    ["123456", null],
    ["1 OR 1=1", null],
  ])("%s is %s", (text, number) => {
    expect(readNumber(text)).toBe(number);
  });
});

describe("what somebody types as an address", () => {
  it.each([
    ["500 Howard Street San Francisco", "500", "howard st san francisco"],
    ["howard st 500", "500", "howard st"],
    ["500 Howard St, San Francisco, CA 94105", "500", "howard st san francisco ca"],
    ["12, avenue de Monte-Carlo", "12", "av monte carlo"],
    ["Calle Mayor 12, Madrid", "12", "c mayor madrid"],
    ["7 bis rue Grimaldi", "7bis", "r grimaldi"],
    ["500 Howard St Apt 4", "500", "howard st"],
    ["folsom st 94105", null, "folsom st"],
    ["5th St", null, "5th st"],
  ])("%s", (text, number, words) => {
    const [reading] = addressReadingsOf(text);
    expect(reading?.number).toBe(number);
    expect(reading?.words.join(" ")).toBe(words);
  });

  it("may have a number that belongs to the name", () => {
    expect(addressReadingsOf("Calle 5").map(({ words }) => words.join(" "))).toContain("c 5");
  });

  it("sounds like one with a number or a kind of street", () => {
    expect(soundsLikeAddress("500 howard")).toBe(true);
    expect(soundsLikeAddress("Elm Street")).toBe(true);
    expect(soundsLikeAddress("Oakland")).toBe(false);
    expect(soundsLikeAddress("60602")).toBe(false);
    expect(soundsLikeAddress("street")).toBe(false);
  });

  it.each(["", "😀", "%_\\", "a".repeat(10_000), "1 ".repeat(50), "\u0000", "[(*+?", "1"])(
    "%j is none",
    (text) => {
      expect(addressReadingsOf(text).flatMap(({ words }) => words)).toEqual([]);
    },
  );

  it("holds nothing but letters and digits, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 100 }), (text) => {
        for (const { words } of addressReadingsOf(text)) {
          for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
        }
      }),
    );
  });
});

const street = {
  ...{ regionId: 1, id: 1, name: "Howard Street", town: "San Francisco", region: "CA" },
  ...{ country: "US", lng: 1, lat: 1 },
};
const near = ({ street: name, number }: { street: string; number: string }) =>
  `${name} near ${number}`;
const found = (number: string | null) => ({ ...street, number, numberLng: 2, numberLat: 2 });

describe("the house that is found", () => {
  it("is the number that was asked for", () => {
    const address = addressOf(found("500"), "500");
    expect(address).toMatchObject({ number: "500", missingNumber: null, lng: 2, lat: 2 });
    expect(addressLabel(address, near)).toBe("500 Howard Street, San Francisco");
  });

  it("may be the nearest number, and says so", () => {
    const address = addressOf(found("498"), "500");
    expect(address).toMatchObject({ number: "498", missingNumber: "500", lng: 2 });
    expect(addressLabel(address, near)).toBe("Howard Street near 498, San Francisco");
  });

  it("is the street when no number is near it, or none was asked for", () => {
    expect(addressOf(found("12"), "9999")).toMatchObject({ number: null, lng: 1 });
    const whole = addressOf({ ...found(null), numberLng: null, numberLat: null }, null);
    expect(addressLabel(whole, near)).toBe("Howard Street, San Francisco");
  });

  it("has its number where the country writes it", () => {
    const calle = { ...street, name: "Calle Mayor", town: "Madrid", country: "ES" };
    const address = addressOf({ ...calle, number: "12", numberLng: 1, numberLat: 1 }, "12");
    expect(addressLabel(address, near)).toBe("Calle Mayor 12, Madrid");
  });
});

it("parts of one name are one street in one town, found by quarter and region too", () => {
  const town = {
    ...{ id: 7, kind: "city" as const, name: "San Francisco", region: "CA", country: "US" },
    ...{ population: 864_816, lng: -122.4, lat: 37.77 },
  };
  const part = { name: "Grant Ave", number: "1", city: "San Francisco", lng: 1, lat: 1 };
  const one = partOf(part, { town, quarter: "Chinatown" });
  const other = partOf({ ...part, name: "Grant Avenue", number: null }, { town, quarter: null });
  expect(one.key).toBe(other.key);
  expect(one.foldedTowns).toBe(" san francisco chinatown ca california");
  expect(partOf(part, null)).toMatchObject({ town: null, foldedTowns: " san francisco" });
});

it("streets are spelled like words of which each is there, perhaps with a letter wrong", () => {
  const folded = " howard st san francisco ca california";
  expect(areSpelledLike(["howrad", "st"], folded)).toBe(true);
  expect(areSpelledLike(["howard", "st", "sn", "francisco"], folded)).toBe(false);
  expect(areSpelledLike(["howard", "fransisco"], folded)).toBe(true);
  expect(areSpelledLike(["howard", "monaco"], folded)).toBe(false);
  expect(areSpelledLike(["oak", "st"], " elm st")).toBe(false);
});
