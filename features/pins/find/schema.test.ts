import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accessIds, kindIds } from "@/features/kinds/schema";
import { safeNextPath } from "@/features/members/rules";
import { pinFilterSchema } from "@/features/pins/schema";
import { isoLanguages } from "@/lib/iso-languages";
import {
  askedOf,
  askedSchema,
  canShowMore,
  filterOf,
  findHref,
  findHrefWith,
  isFromForm,
  parseFind,
  toggled,
} from "./schema";

const full =
  "/?q=rice%20%26%20beans&near=-87.63,41.88&place=Chicago&radius=3000&kind=food-pantry,water" +
  "&open=fri-18:00&access=no-id,halal&speaks=es,zh&fresh=30&unknown=kosher,hours&dormant=shown&show=40&map=13/41.88/-87.63" +
  "&said=rice%20open%20friday&left=friday";

const parametersOf = (href: string) =>
  Object.fromEntries(new URL(href, "http://localhost").searchParams);

describe("the address of the map page", () => {
  it("is the same after it was read and written again", () => {
    expect(findHref(parseFind(parametersOf(full)))).toBe(full);
  });

  it("is bare when nothing is asked", () => {
    expect(findHref(parseFind({}))).toBe("/");
  });

  it.each([
    ["near", "abc"],
    ["near", "200,10"],
    ["near", "NaN,1"],
    ["near", "1,2,3"],
    ["radius", "-5"],
    ["radius", "1e9"],
    ["kind", "castle"],
    ["access", "vip"],
    ["open", "later"],
    ["open", "fri-24:00"],
    ["open", "fry-18:00"],
    ["speaks", "xx"],
    ["fresh", "0"],
    ["fresh", "731"],
    ["show", "99999"],
    ["q", "\u0000\u0007"],
    ["q", "x".repeat(3000)],
  ])("ignores %s=%s", (name, value) => {
    expect(findHref(parseFind({ [name]: value }))).toBe("/");
  });

  it("says that a point is the middle of the map, as long as it has no name", () => {
    const aroundMap = "/?near=1,2&radius=3000&from=map";
    expect(findHref(parseFind(parametersOf(aroundMap)))).toBe(aroundMap);
    const named = parseFind({ near: "1,2", place: "Chicago", from: "map" });
    expect(findHref(named)).toBe("/?near=1,2&place=Chicago");
    expect(findHrefWith(parseFind(parametersOf(aroundMap)), { near: null })).toBe("/?radius=3000");
    expect(findHref(parseFind({ from: "map" }))).toBe("/");
    expect(findHref(parseFind({ near: "1,2", from: "me" }))).toBe("/?near=1,2");
  });

  it("takes the first of a parameter that is given twice, and all of a list, each once", () => {
    const find = parseFind({
      kind: ["water,water,castle", "pet-food"],
      open: ["now", "fri-18:00"],
    });
    expect(find).toMatchObject({ kinds: ["water", "pet-food"], openAt: "now" });
  });

  it("understands the controls of the form, and says the same shorter", () => {
    const sent = { day: "fri", time: "18:00", access: ["no-id", "halal"], speaks: "", fresh: "" };
    expect(isFromForm(sent)).toBe(true);
    expect(findHref(parseFind(sent))).toBe("/?open=fri-18:00&access=no-id,halal");
    expect(findHref(parseFind({ day: "now", time: "18:00" }))).toBe("/?open=now");
    expect(findHref(parseFind({ day: "sat", time: "" }))).toBe("/?open=sat-12:00");
    expect(findHref(parseFind({ day: "", time: "18:00" }))).toBe("/");
    expect(isFromForm(parametersOf(full))).toBe(false);
  });

  it("starts at the first cards again when a filter changes", () => {
    const find = parseFind({ show: "60", near: "1,2" });
    expect(findHrefWith(find, { openAt: "now" })).toBe("/?near=1,2&open=now");
  });

  it("whatever it is, it is understood to be something that it says itself", () => {
    const names = ["q", "near", "place", "radius", "kind", "open", "day", "time", "access"];
    const name = fc.constantFrom(
      ...names,
      "speaks",
      "fresh",
      "unknown",
      "dormant",
      "show",
      "map",
      "from",
    );
    const some = fc.constantFrom("now", "fri-18:00", "no-id,halal", "es,zh", "-180,90", "30", ",,");
    const value = fc.oneof(some, fc.string({ unit: "binary", maxLength: 80 }));
    const huge = fc.constantFrom(
      "9".repeat(20_000),
      "no-id,".repeat(20_000),
      `a${"😀".repeat(9_000)}`,
    );
    const values = fc.oneof(value, huge, fc.array(value, { maxLength: 4 }));
    fc.assert(
      fc.property(fc.dictionary(name, values), (parameters) => {
        const find = parseFind(parameters);
        const href = findHref(find);
        expect(parseFind(parametersOf(href))).toEqual(find);
        expect(isFromForm(parametersOf(href))).toBe(false);
        expect(href.length).toBeLessThan(5_000);
        expect(pinFilterSchema.parse(filterOf(find))).toEqual(filterOf(find));
      }),
    );
  });

  it("escapes what would break the address", () => {
    const find = parseFind({ map: '"><script>', q: "a&near=1,1#x" });
    expect(findHref(find)).not.toMatch(/["<>#]/);
    expect(parseFind(parametersOf(findHref(find)))).toEqual(find);
  });
});

describe("the query behind the address of a pin", () => {
  const list =
    "?near=-87.63,41.88&place=Chicago&kind=food-pantry&open=now&map=13/41.88/-87.63&posts=shown";

  it("leads back to the list and the map as they were", () => {
    expect(askedOf(parseFind(parametersOf(list)))).toBe(list);
    expect(askedSchema.parse(list)).toBe(list);
  });

  it("is empty when nothing is asked", () => {
    expect(askedOf(parseFind({}))).toBe("");
    expect(askedSchema.parse("")).toBe("");
    expect(askedSchema.parse(undefined)).toBe("");
  });

  it("leaves the sentence with its list, and no thanks for what was done before", () => {
    const said = `${list}&said=pantry%20open%20now&left=pantry&checked=1&added=1`;
    expect(askedOf(parseFind(parametersOf(said)))).toBe(list);
    expect(askedSchema.parse(said)).toBe(list);
  });

  it.each([
    "//e.com",
    "https://e.com/",
    "?next=//e.com",
    "/../../sign-in",
    "\r\nlocation: https://e.com",
    "#x",
    "__proto__=1&constructor=2",
    7,
    null,
    ["?near=1,2"],
  ])("is nothing of what a form may send instead: %j", (sent) => {
    expect(askedSchema.parse(sent)).toBe("");
  });

  it("is nothing of what is far too long", () => {
    const huge = [`?kind=${"water,".repeat(2_000)}`, `?near=1,2&x=${"9".repeat(20_000)}`];
    for (const sent of huge) expect(askedSchema.parse(sent)).toBe("");
  });

  it("whatever a form sends, stays a query of ours that a path of ours can end with", () => {
    const names = fc.constantFrom("q", "near", "place", "kind", "map", "said", "checked");
    const pairs = fc.array(fc.tuple(names, fc.string({ unit: "binary", maxLength: 60 })));
    const query = pairs.map((some) => `?${new URLSearchParams(some)}`);
    fc.assert(
      fc.property(fc.oneof(query, fc.string({ unit: "binary" })), (sent) => {
        const asked = askedSchema.parse(sent);
        expect(asked).toMatch(/^(\?[\w\-./~%=&,:]+)?$/);
        expect(asked).not.toMatch(/said=|checked=/);
        expect(askedSchema.parse(asked)).toBe(asked);
      }),
    );
  });

  it("is kept by whoever signs in on the way, marks and all", () => {
    const find = parseFind({ near: "-116.78,47.68", place: "Coeur d'Alene (Idaho)!*", q: "bread" });
    const path = `/pins/0b8c5a1e-9a53-4a5e-8a0b-2f0a3b1c4d5e/check${askedOf(find)}`;
    expect(safeNextPath(path)).toBe(path);
  });

  it("is never too long to be carried along", () => {
    const longest = askedOf({
      ...parseFind(parametersOf(full)),
      words: "糖".repeat(200),
      place: "杯".repeat(200),
      kinds: [...kindIds],
      access: [...accessIds],
      speaks: isoLanguages.slice(0, 40),
      unknown: [...accessIds],
    });
    expect(longest.length).toBeGreaterThan(4_000);
    expect(askedSchema.parse(longest)).toBe(longest);
  });
});

it("asks the list, the count and the tiles for the same", () => {
  expect(filterOf(parseFind(parametersOf(full)))).toEqual({
    kinds: ["food-pantry", "water"],
    openAt: { weekday: "fri", minutes: 1080 },
    words: "rice & beans",
    withDormant: true,
    access: ["no-id", "halal"],
    speaks: ["es", "zh"],
    freshDays: 30,
    unknown: ["kosher", "hours"],
  });
});

it("turns a filter on and off", () => {
  expect(toggled(["a"], "b")).toEqual(["a", "b"]);
  expect(toggled(["a", "b"], "a")).toEqual(["b"]);
});

it("shows more only while there is more, and never more than 200 at once", () => {
  expect(canShowMore(parseFind({}), 20)).toBe(false);
  expect(canShowMore(parseFind({}), 21)).toBe(true);
  expect(canShowMore(parseFind({ show: "200" }), 5000)).toBe(false);
});
