import { describe, expect, it } from "vitest";
import { sortRow } from "../columns/rules";
import type { RawRow } from "../schema";
import { coordinatesOf, type KindHints, readDate, understandRow } from "./rules";

const at = new Date("2026-11-23T12:00:00Z");
const noHints: KindHints = { kind: null, names: [] };
const raw = (values: Record<string, string>, more: Partial<RawRow> = {}): RawRow => ({
  line: 2,
  values,
  point: null,
  collection: "",
  isInMetres: false,
  ...more,
});

const understood = (values: Record<string, string>, hints = noHints) => {
  const found = understandRow(raw(values), hints, at);
  if (!found.ok) throw new Error(found.reason);
  return found.row;
};
const reasonFor = (values: Record<string, string>, hints = noHints) => {
  const found = understandRow(raw(values), hints, at);
  return found.ok ? null : found.reason;
};

describe("the kind of a row", () => {
  it.each([
    [{ kind: "community-fridge", name: "X" }, "community-fridge"],
    [{ Category: "Food Pantry", name: "X" }, "food-pantry"],
    [{ services: '["Ready-To-Eat Meals", "Walk up"]', name: "X" }, "free-meal"],
    [{ type: "church", name: "Grace Soup Kitchen" }, "free-meal"],
    [{ name: "Mission Market Pantry" }, "food-pantry"],
    [{ name: "X", food_bank: "Capital Area Food Bank" }, "food-pantry"],
    [{ tipo: "comedor", nombre: "X" }, "free-meal"],
  ])("%j is %s", (values, kind) => {
    expect(understood(values).kind).toBe(kind);
  });

  it("comes from the file's name or the source when the row does not say", () => {
    expect(
      understood({ name: "X" }, { kind: null, names: ["community-fridges.json", "NYC"] }).kind,
    ).toBe("community-fridge");
  });

  it("is the host's when they name one, for all rows", () => {
    expect(understood({ name: "X", type: "toilets" }, { kind: "water", names: [] }).kind).toBe(
      "water",
    );
  });

  it("is not guessed from a street or a church in the name", () => {
    expect(reasonFor({ name: "Water Street Church" })).toBe("no-kind");
  });

  it("comes from OpenStreetMap's tags alone where there are some", () => {
    const names = { kind: null, names: ["food pantries"] };
    expect(understood({ amenity: "drinking_water" }, names).kind).toBe("water");
    expect(reasonFor({ amenity: "clinic" }, names)).toBe("not-our-kind");
    expect(reasonFor({ amenity: "toilets", access: "private" }, names)).toBe("not-public");
  });
});

const pantry = { kind: "food-pantry" };

describe("the cells of a row", () => {
  it("are mended, bounded and without e-mail addresses", () => {
    const row = understood({
      ...pantry,
      name: `St. Patrick&#039;s ${"Pantry ".repeat(60)}`,
      notes: "<b>Ask</b> for jane@example.org\u202E",
      website: "javascript:alert(1)",
    });
    expect(row.name.length).toBeLessThanOrEqual(120);
    expect(row).toMatchObject({
      description: "Ask for",
      website: null,
      emailsDropped: 1,
      wasNameShortened: true,
    });
  });

  it.each([
    [
      { address: "960 4th Street, San Francisco, CA 94158" },
      { street: "960 4th Street", city: "San Francisco", region: "CA", postcode: "94158" },
    ],
    [
      { address: "12 Elm St", city: "Springfield", state: "Massachusetts", zip: "1020" },
      { street: "12 Elm St", city: "Springfield", region: "MA", postcode: "01020" },
    ],
    [
      { "addr:housenumber": "960", "addr:street": "4th Street", "addr:city": "San Francisco" },
      { street: "960 4th Street", city: "San Francisco", region: null, postcode: null },
    ],
    [
      { address: "1 Oak Ave", address2: "Suite 5", city: "Reno", state: "NV" },
      { street: "1 Oak Ave, Suite 5", city: "Reno", region: "NV", postcode: null },
    ],
    [
      { address: "(212) 555-0100", city: "New York" },
      { street: null, city: "New York", region: null, postcode: null },
    ],
  ])("give the address of %j", (values, { street, ...stated }) => {
    const row = understood({ ...pantry, name: "X", ...values });
    expect(row.street).toBe(street);
    expect(row.stated).toMatchObject(stated);
  });

  it("give a name to a place without one", () => {
    expect(understood({ kind: "community-fridge", street_address: "17 Nassau Ave" }).name).toBe(
      "Community fridge, 17 Nassau Ave",
    );
    expect(understood({ amenity: "drinking_water" }).name).toBe("Drinking water");
  });

  it("leave out lines of a description that only repeat other cells", () => {
    const row = understood({
      ...pantry,
      name: "X",
      Label: "PT01",
      description: "Label: PT01<br>Date: <br>Ring twice",
    });
    expect(row.description).toBe("Ring twice");
  });

  it("keep hours word for word beside what was understood of them", () => {
    const row = understood({ ...pantry, name: "X", Horario: "Lunes a viernes de 9:00 a 17:00" });
    expect(row).toMatchObject({
      hoursText: "Lunes a viernes de 9:00 a 17:00",
      openingHours: "Mo-Fr 09:00-17:00",
    });
  });

  it("of a refuge are not looked at any further", () => {
    expect(
      reasonFor({ ...pantry, name: "Hope House", eligibility: "Survivors of domestic violence" }),
    ).toBe("refuge");
  });

  it("say when a place is no more", () => {
    expect(reasonFor({ ...pantry, name: "X", status: "Closed" })).toBe("is-over");
    expect(reasonFor({ ...pantry, name: "X", monday: "Closed" })).toBeNull();
  });
});

describe("coordinates", () => {
  const found = (values: Record<string, string>) =>
    coordinatesOf(sortRow(values).cells, raw(values));

  it.each([
    [
      { Latitude: "37.8", Longitude: "-122.4" },
      { x: -122.4, y: 37.8 },
    ],
    [
      { y: "37.8", x: "-122.4" },
      { x: -122.4, y: 37.8 },
    ],
    [{ location: "37.8, -122.4" }, { x: -122.4, y: 37.8 }],
    [{ the_geom: "POINT (-122.4 37.8)" }, { x: -122.4, y: 37.8 }],
    [
      { lat: "abc", lng: "-122.4" },
      { x: -122.4, y: Number.NaN },
    ],
    [{ location: "Albany", address: "1 Main St" }, null],
  ])("of %j", (values, expected) => {
    expect(found(values)).toEqual(expected);
  });
});

describe("dates", () => {
  it.each([
    ["2025-08-09T10:00:00Z", "2025-08-09T10:00:00.000Z"],
    ["03-10-2025", "2025-03-10T00:00:00.000Z"],
    ["25/12/2024", "2024-12-25T00:00:00.000Z"],
    ["2031-01-01", null],
    ["yesterday", null],
    ["13-13-2024", null],
  ])("%s is %s", (text, expected) => {
    expect(readDate(text, at)).toBe(expected);
  });
});
