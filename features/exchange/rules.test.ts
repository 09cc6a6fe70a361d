import { describe, expect, it } from "vitest";
import { externalIdOf, importRow, Survey } from "./rules";
import type { RawRow } from "./schema";
import { type Understood, understandRow } from "./understanding/rules";

const at = new Date("2026-11-23T12:00:00Z");
const point = { lng: -72.57, lat: 42.16, isApproximate: false };
const raw = (values: Record<string, string>): RawRow => ({
  line: 2,
  values,
  point: null,
  collection: "",
  isInMetres: false,
});

function understood(values: Record<string, string>): Understood {
  const found = understandRow(
    raw({ kind: "food-pantry", name: "Hope", ...values }),
    { kind: null, names: [] },
    at,
  );
  if (!found.ok) throw new Error(found.reason);
  return found.row;
}

describe("what a row is known by", () => {
  const none: ReadonlySet<string> = new Set();
  const address = { address: "12 Elm St", city: "Springfield" };

  it("is its id", () => {
    expect(externalIdOf(understood({ id: "97" }), point, none)).toBe("97");
  });

  it("is its name and address without an id, wherever its point moves", () => {
    const id = externalIdOf(understood(address), point, none);
    expect(
      externalIdOf(understood({ ...address, notes: "new" }), { lng: -72.6, lat: 42.2 }, none),
    ).toBe(id);
    expect(externalIdOf(understood({ ...address, name: "Faith" }), point, none)).not.toBe(id);
  });

  it("is its name and point where no town is stated", () => {
    const row = understood({ address: "12 Elm St" });
    expect(externalIdOf(row, point, none)).not.toBe(
      externalIdOf(row, { lng: -72.6, lat: 42.2 }, none),
    );
  });

  it("is not an id alone that other rows carry too", () => {
    const shared = new Set(["97"]);
    const one = externalIdOf(understood({ id: "97", ...address }), point, shared);
    const other = externalIdOf(understood({ id: "97", ...address, name: "Faith" }), point, shared);
    expect(one).not.toBe(other);
  });
});

describe("what counts as a change", () => {
  const facts = new Survey().facts();
  const hashOf = (values: Record<string, string>, now = at) =>
    importRow(understood(values), point, facts, now).contentHash;

  it("is any cell that we keep, and not the day of the import", () => {
    expect(hashOf({ phone: "413-555-0100" })).not.toBe(hashOf({ phone: "413-555-0199" }));
    expect(hashOf({ unknown: "1" })).toBe(hashOf({ unknown: "2" }));
    expect(hashOf({}, new Date("2027-01-01"))).toBe(hashOf({}));
  });

  it("is what a list says of a fact, said on the day it looked", () => {
    const says = { services: "No documents required", halal: "yes", takeaway: "yes" };
    expect(hashOf(says)).not.toBe(hashOf({}));
    expect(hashOf(says, new Date("2027-01-01"))).toBe(hashOf(says));
    const { details } = importRow(
      understood({ ...says, last_seen: "2026-03-01", languages: "Spanish" }),
      point,
      facts,
      at,
    );
    const said = { saidBy: "source", saidAt: "2026-03-01T00:00:00.000Z" };
    expect(details).toEqual({
      "id-asked": { value: "no", ...said },
      halal: { value: "yes", ...said },
      languages: "Spanish",
    });
  });

  it("takes the pin's own time zone from its point", () => {
    expect(importRow(understood({}), point, facts, at).timeZone).toBe("America/New_York");
  });
});

describe("a survey", () => {
  it("tells metres by the most rows, repeated ids and unused columns", () => {
    const survey = new Survey();
    survey.add(raw({ id: "1", name: "A", lat: "4689967", lng: "-8559199", steward: "Ann" }));
    survey.add(raw({ id: "2", name: "B", lat: "4659282", lng: "-8608227", steward: "Bo" }));
    survey.add(raw({ id: "2", name: "C", lat: "38.9", lng: "-77.0", steward: "Cy" }));
    const facts = survey.facts();
    expect(facts).toMatchObject({ rows: 3, isInMetres: true, columnsLeftOut: ["steward"] });
    expect([...facts.repeatedIds]).toEqual(["2"]);
  });

  it("does not take a row that is there twice for two rows of one id", () => {
    const survey = new Survey();
    for (const _ of [1, 2]) survey.add(raw({ id: "1", name: "A", address: "12 Elm St" }));
    expect(survey.facts().repeatedIds.size).toBe(0);
  });
});
