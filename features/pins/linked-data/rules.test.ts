import { describe, expect, it } from "vitest";
import { daysOfWeek } from "@/features/pins/detail/rules";
import { type PinDetail, pinDetailSchema } from "@/features/pins/schema";
import { asScriptText, placeOf } from "./rules";

const now = new Date("2026-03-12T17:00:00Z");
const url = "https://map.example.org/pins/00000000-0000-4000-8000-000000000001";
const said = { saidBy: "source", saidAt: "2026-03-03T12:00:00Z" } as const;

const pin: PinDetail = pinDetailSchema.parse({
  id: "00000000-0000-4000-8000-000000000001",
  code: "AB2C3D",
  kind: "food-pantry",
  name: "Elm Street Pantry",
  lng: -87.63,
  lat: 41.88,
  isApproximate: false,
  timeZone: "America/Chicago",
  street: "12 Elm St",
  city: "Chicago",
  region: "IL",
  postcode: "60601",
  country: "US",
  hoursText: null,
  openingHours: "Th 09:00-17:00",
  exceptions: [],
  isOpen: true,
  openUntil: null,
  opensAt: null,
  details: { "id-asked": { value: "no", ...said }, wheelchair: { value: "yes", ...said } },
  facts: [],
  status: "open",
  pausedUntil: null,
  freshness: "fresh",
  checkedAt: null,
  checkedByCount: 0,
  doubt: null,
  doubtedAt: null,
  observedAt: now,
  isSample: false,
  source: "A list",
  licence: "CC0",
  distanceMetres: null,
  description: null,
  phone: "(312) 555-0142",
  website: "https://example.org/pantry",
  visibility: "listed",
  createdAt: now,
  updatedAt: now,
  version: 1,
  addedBy: null,
});

const time = (opens: string, closes: string) => ({
  opensAt: new Date(opens),
  closesAt: new Date(closes),
});
const days = daysOfWeek(
  [
    time("2026-03-12T14:00:00Z", "2026-03-12T22:00:00Z"),
    time("2026-03-14T03:00:00Z", "2026-03-14T07:00:00Z"),
  ],
  now,
  pin.timeZone,
);

const place = (change: Partial<PinDetail> = {}) =>
  placeOf({ ...pin, ...change }, { url, locale: "en", today: "2026-03-12", days });

describe("a pin for machines", () => {
  it("is a place in the words of schema.org", () => {
    expect(place()).toMatchObject({
      "@context": "https://schema.org",
      "@type": "Place",
      url,
      name: "Elm Street Pantry",
      keywords: "Food pantry",
      identifier: "AB2C3D",
      address: {
        "@type": "PostalAddress",
        streetAddress: "12 Elm St",
        addressLocality: "Chicago",
        addressRegion: "IL",
        postalCode: "60601",
        addressCountry: "US",
      },
      geo: { "@type": "GeoCoordinates", latitude: 41.88, longitude: -87.63 },
      telephone: "3125550142",
      sameAs: "https://example.org/pantry",
      isAccessibleForFree: true,
      amenityFeature: [
        { "@type": "LocationFeatureSpecification", name: "No ID needed", value: true },
        { "@type": "LocationFeatureSpecification", name: "Wheelchair accessible", value: true },
      ],
    });
  });

  it("says the hours of each day of the coming week, cut at midnight, on the clock of the place", () => {
    const { openingHoursSpecification } = place();
    const day = (date: string, dayOfWeek: string, opens: string, closes: string) => ({
      "@type": "OpeningHoursSpecification",
      dayOfWeek: `https://schema.org/${dayOfWeek}`,
      opens,
      closes,
      validFrom: date,
      validThrough: date,
    });
    expect(openingHoursSpecification).toEqual([
      day("2026-03-12", "Thursday", "09:00", "17:00"),
      day("2026-03-13", "Friday", "22:00", "23:59"),
      day("2026-03-14", "Saturday", "00:00", "02:00"),
      day("2026-03-15", "Sunday", "00:00", "00:00"),
      day("2026-03-16", "Monday", "00:00", "00:00"),
      day("2026-03-17", "Tuesday", "00:00", "00:00"),
      day("2026-03-18", "Wednesday", "00:00", "00:00"),
    ]);
  });

  it("leaves out what is not known or not certain", () => {
    const vague = {
      ...{ street: null, city: null, region: null, postcode: null },
      ...{ phone: "ask Maria", website: null, isApproximate: true, details: {} },
    };
    const names = Object.keys(
      placeOf({ ...pin, ...vague }, { url, locale: "en", today: "2026-03-12", days: null }),
    );
    for (const absent of ["address", "geo", "telephone", "sameAs", "openingHoursSpecification"]) {
      expect(names).not.toContain(absent);
    }
    expect(place({ status: "paused" })).not.toHaveProperty("openingHoursSpecification");
  });

  it("is where it is for a while, without its usual address", () => {
    const move = {
      effect: "moved",
      firstDay: "2026-03-10",
      lastDay: "2026-03-12",
      to: "the library",
      note: null,
    } as const;
    const known = place({ exceptions: [{ ...move, point: { lng: -87.7, lat: 41.9 } }] });
    expect(known).toMatchObject({ geo: { latitude: 41.9, longitude: -87.7 } });
    expect(known).not.toHaveProperty("address");
    const unknown = place({ exceptions: [{ ...move, point: null }] });
    expect(unknown).not.toHaveProperty("geo");
    expect(place({ exceptions: [{ ...move, lastDay: "2026-03-11", point: null }] })).toEqual(
      place(),
    );
  });

  it("calls free what is given away, and asks where something may cost", () => {
    expect(place({ kind: "water", details: {} })).not.toHaveProperty("isAccessibleForFree");
    const costs = { "free-of-charge": { value: "no", ...said } } as const;
    expect(place({ kind: "water", details: costs })).toMatchObject({ isAccessibleForFree: false });
  });

  it.each([
    "</script><script>alert(1)</script>",
    "<!-- <script>",
    'quotes " and \\ backslashes',
    "two\nlines\u2028and\u2029more",
    "Pantry\u202egro.live",
  ])("stands in a script element as it is, whatever its name: %j", (name) => {
    const text = asScriptText(place({ name, description: name }));
    expect(text).not.toMatch(/[<>&\u2028\u2029]/u);
    const read: unknown = JSON.parse(text);
    expect(read).toEqual(place({ name, description: name }));
    expect(read).toMatchObject({ name: expect.not.stringMatching(/[\n\u202e]/u) });
  });
});
