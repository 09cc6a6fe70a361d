import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findHref, isFromForm, parseFind } from "@/features/pins/find/schema";
import {
  chosenOf,
  hrefAsking,
  optionAfter,
  parseRecent,
  pointOfAddress,
  roundedPoint,
  shortAnswers,
  withRecent,
} from "./rules";

const words = { nearNumber: "{street} near number {number}", openNow: "Open now" };

describe("where a suggestion leads", () => {
  it("is the list around a place, with its kinds and how far it reaches", () => {
    const chosen = chosenOf(
      {
        ...{ type: "place", name: "Oakland", label: "Oakland, California", detail: "California" },
        ...{ kinds: ["water"], lng: -122.27, lat: 37.8, radius_m: 10_000 },
      },
      words,
    );
    expect(chosen).toMatchObject({ title: "Oakland", label: "Oakland, California" });
    expect(chosen.leads).toEqual({
      query: "near=-122.27%2C37.8&place=Oakland%2C%20California&radius=10000&kind=water",
    });
  });

  it("is a house, and says when only a number near it is known", () => {
    const house = {
      ...({ type: "address", street: "Howard Street", line: "500 Howard Street" } as const),
      ...{ town: "San Francisco", number: "500", missing_number: null, kinds: [] },
      ...{ label: "500 Howard Street, San Francisco", detail: "San Francisco", lng: 1, lat: 2 },
    };
    expect(chosenOf(house, words).label).toBe("500 Howard Street, San Francisco");
    expect(chosenOf(house, words).isCredited).toBe(true);
    expect(chosenOf({ ...house, number: "498", missing_number: "500" }, words)).toMatchObject({
      title: "Howard Street near number 498",
      label: "Howard Street near number 498, San Francisco",
    });
  });

  it("is a kind, or a pin's own page", () => {
    const shown = { label: "Water", detail: "" };
    expect(chosenOf({ ...shown, type: "kind", kinds: ["water"] }, words).leads).toEqual({
      query: "kind=water",
    });
    const filters = { open: "now", access: "no-id" };
    const asked = { ...shown, type: "kind", kinds: ["water", "pet-food"], filters } as const;
    expect(chosenOf({ ...asked, kinds: [...asked.kinds] }, words)).toMatchObject({
      detail: "Open now",
      leads: { query: "kind=water%2Cpet-food&open=now&access=no-id" },
    });
    const id = "019a1234-1234-7234-8234-123412341234";
    expect(chosenOf({ ...shown, type: "pin", kinds: ["water"], id }, words).leads).toEqual({
      pinId: id,
    });
  });
});

describe("an address with other answers", () => {
  it("keeps what is not asked anew", () => {
    expect(hrefAsking("/?kind=water&open=now", "kind=pet-food,water")).toBe(
      "/?kind=pet-food,water&open=now",
    );
    expect(hrefAsking("/", "q=a%20b%26c")).toBe("/?q=a%20b%26c");
    expect(hrefAsking("/", "")).toBe("/");
  });
});

describe("a person's place", () => {
  it("leaves the device rounded to three decimals", () => {
    expect(roundedPoint({ lng: -122.419_416_9, lat: 37.774_929_5 })).toBe("-122.419,37.775");
  });

  it("is rounded further for suggestions: the list's point, else the middle of a near map", () => {
    expect(pointOfAddress("?near=-122.419,37.775")).toBe("-122.42,37.77");
    expect(pointOfAddress("?map=13/41.88/-87.63")).toBe("-87.63,41.88");
    expect(pointOfAddress("?map=3/41.88/-87.63")).toBe("");
    expect(pointOfAddress("")).toBe("");
    expect(pointOfAddress("?near=a,b&map=//")).toBe("");
    expect(pointOfAddress("?near=500,95")).toBe("");
  });
});

describe("recent searches", () => {
  it("are five at most, the newest first, each once", () => {
    const names = ["a", "b", "c", "d", "e", "f", "b"];
    const kept = names.reduce(
      (recent, label) => withRecent(recent, { label, query: `q=${label}` }),
      parseRecent(null),
    );
    expect(kept.map(({ label }) => label)).toEqual(["b", "f", "e", "d", "c"]);
    expect(parseRecent(JSON.stringify(kept))).toEqual(kept);
    expect(withRecent(kept, { label: "  ", query: "q=" })).toEqual(kept);
  });

  it("are none when what was kept is damaged", () => {
    for (const text of ["", "{", "null", "7", '[{"label":1}]', '[null,"a"]', "[[[]]]"]) {
      expect(parseRecent(text)).toEqual([]);
    }
    fc.assert(fc.property(fc.json(), (text) => parseRecent(text).length <= 5));
  });
});

it("the arrow keys go round through the box itself", () => {
  expect([-1, 0, 1].map((active) => optionAfter(active, 1, 2))).toEqual([0, 1, -1]);
  expect([-1, 0, 1].map((active) => optionAfter(active, -1, 2))).toEqual([1, -1, 0]);
});

describe("the answers of the filter form", () => {
  const sent: [string, string][] = [
    ["near", "1,2"],
    ["day", "fri"],
    ["time", "18:00"],
    ["access", "no-id"],
    ["access", "halal"],
    ["speaks", ""],
    ["fresh", ""],
  ];

  it("are the address that the server would send the browser to", () => {
    const asked = Object.fromEntries(shortAnswers(sent));
    expect(asked).toEqual({ near: "1,2", access: "no-id,halal", open: "fri-18:00" });
    expect(isFromForm(asked)).toBe(false);
    const form = { near: "1,2", day: "fri", time: "18:00", access: ["no-id", "halal"], fresh: "" };
    expect(findHref(parseFind(asked))).toBe(findHref(parseFind(form)));
  });

  it("say nothing of a time without a day, and noon of a day without a time", () => {
    expect(
      shortAnswers([
        ["day", ""],
        ["time", "18:00"],
      ]),
    ).toEqual([]);
    expect(
      shortAnswers([
        ["day", "sat"],
        ["time", ""],
      ]),
    ).toEqual([["open", "sat-12:00"]]);
    expect(
      shortAnswers([
        ["day", "now"],
        ["time", "09:00"],
      ]),
    ).toEqual([["open", "now"]]);
  });
});
