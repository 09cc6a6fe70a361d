import { describe, expect, it } from "vitest";
import {
  addressLine,
  addressLines,
  daysOfWeek,
  isAskFirst,
  isForSearchEngines,
  mapLinks,
  telephoneOf,
  whereNow,
} from "./rules";

const address = { street: "12 Elm St", city: "Chicago", region: "IL", postcode: "60601" };
const nowhere = { street: null, city: null, region: null, postcode: null };

describe("an address", () => {
  it("is written as on an envelope, without what is not known", () => {
    expect(addressLines({ ...address })).toEqual(["12 Elm St", "Chicago, IL 60601"]);
    expect(addressLine({ ...address, region: null, postcode: null })).toBe("12 Elm St, Chicago");
    expect(addressLine({ ...nowhere, postcode: "60601" })).toBe("60601");
    expect(addressLine(nowhere)).toBeNull();
  });
});

it.each([
  ["(312) 555-0142", "3125550142"],
  ["+1 312 555 0142 ext. 7", "+13125550142"],
  ["312-555-0142 x12", "3125550142"],
  ["211", "211"],
  ["1+2+3", "123"],
  ["ask for Maria", null],
  ["", null],
])("the number behind %j is dialled as %s", (phone, dialled) => {
  expect(telephoneOf(phone)).toBe(dialled);
});

describe("links to maps", () => {
  const pin = {
    ...address,
    name: "Elm Street Pantry",
    lng: -87.63,
    lat: 41.88,
    isApproximate: false,
  };
  const hrefs = (change: Partial<typeof pin>) =>
    Object.fromEntries(mapLinks({ ...pin, ...change }).map(({ app, href }) => [app, href]));

  it("name the spot, the device's own app first", () => {
    expect(mapLinks(pin)[0]?.app).toBe("device");
    expect(hrefs({})).toEqual({
      device: "geo:41.88000,-87.63000?q=41.88000,-87.63000(Elm%20Street%20Pantry)",
      apple: "https://maps.apple.com/?ll=41.88000,-87.63000&q=Elm%20Street%20Pantry",
      google: "https://www.google.com/maps/search/?api=1&query=41.88000%2C-87.63000",
      openstreetmap:
        "https://www.openstreetmap.org/?mlat=41.88000&mlon=-87.63000#map=18/41.88000/-87.63000",
    });
  });

  it("ask for the street where only the town's point is known", () => {
    const asked = "12%20Elm%20St%2C%20Chicago%2C%20IL%2060601";
    expect(hrefs({ isApproximate: true })).toEqual({
      device: `geo:41.88000,-87.63000?q=${asked}`,
      apple: `https://maps.apple.com/?q=${asked}`,
      google: `https://www.google.com/maps/search/?api=1&query=${asked}`,
      openstreetmap: `https://www.openstreetmap.org/search?query=${asked}`,
    });
  });

  it.each(["a) (b", "&q=0,0#x", "\u202etxt.exe\nline", '"><script>', "50% off?"])(
    "stay links to this spot whatever the name is: %j",
    (name) => {
      for (const { href } of mapLinks({ ...pin, name })) {
        expect(href).not.toMatch(/[\s"<>\u202e]/u);
        expect(href).toContain("41.88");
        expect(new URL(href).searchParams.get("q") ?? "").not.toBe("0,0");
        expect(href.match(/[()]/g) ?? []).toHaveLength(href.startsWith("geo:") ? 2 : 0);
      }
    },
  );
});

describe("a pin that is elsewhere for a while", () => {
  const move = { effect: "moved", firstDay: "2026-11-26", lastDay: "2026-11-28" } as const;
  const pin = {
    ...address,
    name: "Elm Street Pantry",
    lng: -87.63,
    lat: 41.88,
    isApproximate: true,
    exceptions: [
      { ...move, to: "the library", point: { lng: -87.7, lat: 41.9 }, note: null },
      { effect: "closed", firstDay: "2026-11-27", lastDay: "2026-11-27", note: null } as const,
    ],
  };

  it("is led to where it is, and to no street", () => {
    const there = whereNow(pin, "2026-11-27");
    expect(there && mapLinks(there).map(({ href }) => href)).toEqual([
      "geo:41.90000,-87.70000?q=41.90000,-87.70000(Elm%20Street%20Pantry)",
      "https://maps.apple.com/?ll=41.90000,-87.70000&q=Elm%20Street%20Pantry",
      "https://www.google.com/maps/search/?api=1&query=41.90000%2C-87.70000",
      "https://www.openstreetmap.org/?mlat=41.90000&mlon=-87.70000#map=18/41.90000/-87.70000",
    ]);
  });

  it("is where it always was before and after, and nowhere known without a point", () => {
    expect(whereNow(pin, "2026-11-25")).toBe(pin);
    expect(whereNow(pin, "2026-11-29")).toBe(pin);
    const vague = { ...pin, exceptions: [{ ...move, to: "the library", point: null, note: null }] };
    expect(whereNow(vague, "2026-11-27")).toBeNull();
  });
});

describe("a pin nobody has seen for long", () => {
  it("is asked about first, unless it is known to be no more", () => {
    expect(isAskFirst({ freshness: "stale", status: "open" })).toBe(true);
    expect(isAskFirst({ freshness: "dormant", status: "paused" })).toBe(true);
    expect(isAskFirst({ freshness: "dormant", status: "gone" })).toBe(false);
    expect(isAskFirst({ freshness: "ageing", status: "open" })).toBe(false);
  });

  it("stays out of search engines, as do samples, held pins and those that are gone", () => {
    const pin = {
      visibility: "listed",
      isSample: false,
      status: "open",
      freshness: "stale",
    } as const;
    expect(isForSearchEngines(pin)).toBe(true);
    expect(isForSearchEngines({ ...pin, status: "closed" })).toBe(true);
    expect(isForSearchEngines({ ...pin, status: "gone" })).toBe(false);
    expect(isForSearchEngines({ ...pin, freshness: "dormant" })).toBe(false);
    expect(isForSearchEngines({ ...pin, visibility: "held" })).toBe(false);
    expect(isForSearchEngines({ ...pin, isSample: true })).toBe(false);
  });
});

describe("the coming week, day by day", () => {
  const chicago = "America/Chicago";
  const time = (opens: string, closes: string) => ({
    opensAt: new Date(opens),
    closesAt: new Date(closes),
  });

  it("counts days as the calendar of the place does, also where clocks change", () => {
    // The Thursday before clocks go forward on Sunday 8 March 2026; late in the evening there.
    const days = daysOfWeek([], new Date("2026-03-06T05:30:00Z"), chicago);
    expect(days.map(({ date }) => date)).toEqual([
      ...["2026-03-05", "2026-03-06", "2026-03-07", "2026-03-08", "2026-03-09"],
      ...["2026-03-10", "2026-03-11"],
    ]);
    expect(days[3]?.startsAt).toEqual(new Date("2026-03-08T06:00:00Z"));
    expect(days[3]?.endsAt).toEqual(new Date("2026-03-09T05:00:00Z"));
  });

  it("keeps a late evening together for people and cuts it at midnight for machines", () => {
    const late = time("2026-03-12T23:00:00Z", "2026-03-13T07:00:00Z");
    const [thursday, friday] = daysOfWeek([late], new Date("2026-03-12T17:00:00Z"), chicago);
    expect(thursday?.openings).toEqual([late]);
    expect(thursday?.within).toEqual([time("2026-03-12T23:00:00Z", "2026-03-13T05:00:00Z")]);
    expect(friday?.openings).toEqual([]);
    expect(friday?.within).toEqual([time("2026-03-13T05:00:00Z", "2026-03-13T07:00:00Z")]);
  });

  it("knows days without an hour shut", () => {
    const always = time("2026-03-12T05:00:00Z", "2026-03-19T05:00:00Z");
    const days = daysOfWeek([always], new Date("2026-03-12T17:00:00Z"), chicago);
    expect(days.every(({ isAllDay }) => isAllDay)).toBe(true);
  });
});
