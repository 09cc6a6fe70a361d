import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { typedValues } from "@/lib/form-values";
import { pinContent } from "@/lib/testing/builders";
import {
  contentOf,
  fieldErrorsOf,
  type Located,
  nested,
  thanksHref,
  valuesOf,
  withOneMore,
} from "./rules";
import { checkFormSchema, editFormSchema, pinFormSchema } from "./schema";

const typed = { idempotencyKey: randomUUID(), kind: "food-pantry", lng: "-87.63", lat: "41.88" };
const read = (values: Record<string, string>) =>
  pinFormSchema.safeParse(nested({ ...typed, ...values }));

function formOf(values: Record<string, string>) {
  const parsed = read(values);
  if (!parsed.success) throw parsed.error;
  return parsed.data;
}

const errorsOf = (values: Record<string, string>) => {
  const parsed = read(values);
  return parsed.success ? {} : fieldErrorsOf(parsed.error);
};

const now = new Date("2026-06-08T12:00:00Z");
const located: Located = {
  lng: -87.63,
  lat: 41.88,
  isApproximate: false,
  timeZone: "America/Chicago",
  street: null,
  city: "Chicago",
  region: "IL",
  postcode: null,
  country: "US",
};
const noHours = { hoursText: null, openingHours: null, exceptions: [] };
const fresh = { locale: "en", now, before: null, hours: noHours } as const;

describe("the form of a pin", () => {
  it("needs a kind and a place, and nothing else", () => {
    expect(formOf({})).toMatchObject({
      lng: -87.63,
      lat: 41.88,
      name: null,
      website: null,
      details: {},
      notDuplicate: false,
    });
    expect(errorsOf({ kind: "" })).toEqual({ kind: "required" });
  });

  it("mends what a phone's keyboard does", () => {
    expect(
      formOf({
        name: "  St.\u200bMary’s \u0000 \n pantry ",
        lat: " 41,88 ",
        website: "example.org/food",
      }),
    ).toMatchObject({
      name: "St. Mary’s pantry",
      lat: 41.88,
      website: "https://example.org/food",
    });
  });

  it.each([
    ["name", "a".repeat(121), "too-long"],
    ["description", "a".repeat(1_001), "too-long"],
    ["lat", "north", "not-a-number"],
    ["lat", "NaN", "not-a-number"],
    ["lng", "1e2", "not-a-number"],
    ["lat", "91", "out-of-range"],
    ["lng", "-181", "out-of-range"],
    ["website", "javascript:alert(1)", "not-a-web-address"],
    ["website", "not a site", "not-a-web-address"],
    ["idempotencyKey", "1", "unknown"],
    ["status", "gone", "unknown"],
  ])("says of %s %s that it is %s", (name, value, code) => {
    expect(errorsOf({ [name]: value })).toEqual({ [name]: code });
  });

  it("leaves out what the framework adds, and takes the first of what is sent twice", () => {
    const form = new FormData();
    for (const [name, value] of [
      ["$ACTION_KEY", "k"],
      ["name", "first"],
      ["name", "second"],
    ] as const) {
      form.append(name, value);
    }
    form.append("photo", new Blob(["x"]));
    expect(typedValues(form)).toEqual({ name: "first" });
  });
});

describe("what the form makes of it", () => {
  it("a pin without a name is called by its kind and its street or town", () => {
    expect(contentOf(formOf({}), located, fresh).name).toBe("Food pantry, Chicago");
    expect(
      contentOf(formOf({}), { ...located, street: "Elm St" }, { ...fresh, locale: "es" }).name,
    ).toBe("Despensa de alimentos, Elm St");
    expect(contentOf(formOf({}), { ...located, city: null }, fresh).name).toBe("Food pantry");
  });

  it("keeps the kind's own facts as the member's word, and nothing else", () => {
    const form = formOf({
      "details.id-asked": "no",
      "details.wheelchair": "maybe",
      "details.colour": "red",
      "details.who-for": " Everyone ",
    });
    expect(contentOf(form, located, fresh).details).toEqual({
      "id-asked": { value: "no", saidBy: "member", saidAt: now.toISOString() },
      "who-for": "Everyone",
    });
  });

  it("leaves facts that nobody touched as their source said them", () => {
    const said = { value: "no", saidBy: "source", saidAt: "2025-01-01T00:00:00Z" } as const;
    const before = { ...pinContent, details: { "id-asked": said } };
    const untouched = formOf({ "details.id-asked": "no" });
    expect(contentOf(untouched, located, { ...fresh, before }).details).toEqual({
      "id-asked": said,
    });
    const touched = formOf({ "details.id-asked": "yes" });
    expect(contentOf(touched, located, { ...fresh, before }).details).toMatchObject({
      "id-asked": { value: "yes", saidBy: "member" },
    });
  });

  it("keeps the hours as they were read", () => {
    const closed = { firstDay: "2026-11-26", lastDay: "2026-11-26", note: null };
    const hours = { hoursText: "Weekdays 9-5", openingHours: "Mo-Fr 09:00-17:00" };
    const exceptions = [{ ...closed, effect: "closed" as const }];
    expect(
      contentOf(formOf({}), located, { ...fresh, hours: { ...hours, exceptions } }),
    ).toMatchObject({ ...hours, exceptions });
  });
});

describe("what the form shows of a pin", () => {
  const shownOf = (openingHours: string | null, hoursText: string | null = null) =>
    valuesOf({ ...pinContent, hoursText, openingHours }, now);

  it("is the editor where it can show the hours, else their words", () => {
    expect(shownOf("Mo-Fr 09:00-17:00")).toMatchObject({
      "hours.mode": "week",
      "hours.week.4": "open",
      "hours.week.4.0.to": "17:00",
      "hours.week.5": "closed",
    });
    expect(shownOf("Mo 10:00+", "Mondays from 10")).toMatchObject({
      "hours.mode": "text",
      "hours.text": "Mondays from 10",
    });
    expect(shownOf(null)).toMatchObject({ "hours.mode": "text", "hours.text": "" });
  });

  it("is what is still to come of the days that are not as usual", () => {
    const closedOn = (day: string) =>
      ({ effect: "closed", firstDay: day, lastDay: day, note: null }) as const;
    const exceptions = [closedOn("2026-06-07"), closedOn("2026-06-08")];
    expect(valuesOf({ ...pinContent, exceptions }, now)).toMatchObject({
      "exceptions.rows": "1",
      "exceptions.0.effect": "closed",
      "exceptions.0.firstDay": "2026-06-08",
    });
  });

  it("has one more row when that is asked, up to so many", () => {
    expect(withOneMore({}, "season")).toEqual({ "hours.rows.season": "1" });
    expect(withOneMore({ "exceptions.rows": "10" }, "exception")["exceptions.rows"]).toBe("10");
  });
});

describe("after a form about a pin", () => {
  const pinId = randomUUID();
  const list = "?near=-87.63,41.88&kind=food-pantry&open=now&map=13/41.88/-87.63";
  const check = { idempotencyKey: randomUUID(), pinId, answer: "still-there" };
  const edit = nested({ ...typed, pinId, version: "1" });
  const checked = (asked: string) => {
    const form = checkFormSchema.parse({ ...check, asked });
    return thanksHref(form.pinId, "checked", form.asked);
  };

  it("the pin's page thanks, and leads back to the list and the map as they were", () => {
    expect(checked(list)).toBe(`/pins/${pinId}${list}&checked=1`);
    expect(thanksHref(pinId, "edited", editFormSchema.parse({ ...edit, asked: list }).asked)).toBe(
      `/pins/${pinId}${list}&edited=1`,
    );
  });

  it("the way leads nowhere else, whatever the form says of it", () => {
    for (const asked of ["", "//e.com", "/../..//e.com", "?x=1", `?q=${"x".repeat(9_000)}`])
      expect(checked(asked)).toBe(`/pins/${pinId}?checked=1`);
    expect(checked("?q=a%0D%0Ab%23&added=1")).toBe(`/pins/${pinId}?q=a%20b%23&checked=1`);
  });

  it("a page from before that had no such field is understood", () => {
    expect(checkFormSchema.parse(check).asked).toBe("");
    expect(editFormSchema.parse(edit).asked).toBe("");
  });
});

it("a check needs no more than the pin and an answer", () => {
  const pinId = randomUUID();
  const sent = { idempotencyKey: randomUUID(), pinId, answer: "gone", change: "" };
  expect(checkFormSchema.parse(sent)).toMatchObject({
    pinId,
    answer: "gone",
    change: undefined,
    note: null,
    isOnSite: false,
  });
});
