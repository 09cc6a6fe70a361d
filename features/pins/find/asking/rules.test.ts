import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { absentAlone, absentIn, askingsOf, filtersOf, guessesOf, partOf } from "./rules";

const food = ["food-pantry", "free-meal", "community-fridge", "little-pantry"];
const warmth = ["coat-drive", "clothing-closet"];

describe("a search that names what is needed", () => {
  it.each([
    ["nappies", ["baby-supplies"]],
    ["Diapers", ["baby-supplies"]],
    ["diaper", ["baby-supplies"]],
    ["pañales", ["baby-supplies"]],
    ["panales", ["baby-supplies"]],
    ["leche de fórmula", ["baby-supplies"]],
    ["baby formula", ["baby-supplies"]],
    ["free baby formula", ["baby-supplies"]],
    ["warm coat", warmth],
    ["abrigo", warmth],
    ["Abrigos", warmth],
    ["shower", ["toilets-showers"]],
    ["somewhere to charge my phone", ["charging-wifi"]],
    ["where can I charge my phone", ["charging-wifi"]],
    ["tampons", ["period-supplies"]],
    ["I need diapers please", ["baby-supplies"]],
    ["necesito pañales para mi bebé", ["baby-supplies"]],
    ["busco ropa", ["clothing-closet"]],
    ["dónde hay comida", food],
    ["FOOD PANTRIES", ["food-pantry"]],
    ["soup kitchens", ["free-meal"]],
  ])("%s", (text, kinds) => {
    const [asking] = askingsOf(text);
    expect(asking?.kinds ?? []).toEqual(kinds);
    expect(asking?.where ?? "").toBe("");
  });

  it.each([
    "Hope Church",
    "Water Street",
    "Garden Ave",
    "Oakland",
    "free",
    "the",
    "where can I",
    "Elm Street",
  ])("is not seen in %j", (text) => {
    expect(askingsOf(text)).toEqual([]);
  });
});

describe("a search that names what and where", () => {
  it.each([
    ["food pantry Oakland", ["food-pantry"], "oakland", false],
    ["Oakland food pantry", ["food-pantry"], "oakland", false],
    ["comida en Oakland", food, "oakland", true],
    ["diapers 60602", ["baby-supplies"], "60602", false],
    ["60602 diapers", ["baby-supplies"], "60602", false],
    ["coats near Elm Street", warmth, "elm street", true],
    ["free food in San Francisco, CA", food, "san francisco ca", true],
    ["despensa cerca de la plaza", ["food-pantry"], "la plaza", true],
    ["showers by 500 Howard St", ["toilets-showers"], "500 howard st", true],
    ["somewhere to charge my phone in Chicago", ["charging-wifi"], "chicago", true],
    ["pet food bank Springfield IL", ["pet-food"], "springfield il", false],
  ])("%s", (text, kinds, where, isCertain) => {
    expect(askingsOf(text)[0]).toEqual({ kinds, where, isNearMe: false, isCertain });
  });

  it.each([
    ["food near me", food],
    ["diapers nearby", ["baby-supplies"]],
    ["pañales cerca de mí", ["baby-supplies"]],
    ["baños por aquí", ["toilets-showers"]],
    ["near me", []],
    ["cerca de aquí", []],
  ])("%s is where the person is", (text, kinds) => {
    expect(askingsOf(text)).toEqual([{ kinds, where: "", isNearMe: true, isCertain: true }]);
  });

  it("may name only the place", () => {
    expect(askingsOf("near Elm Street")[0]).toMatchObject({ kinds: [], where: "elm street" });
    expect(askingsOf("en Madrid")[0]).toMatchObject({ kinds: [], where: "madrid" });
  });
});

describe("a whole sentence", () => {
  const now = { openAt: "now" };
  const any = { openAt: null };
  it.each([
    ["food open now", food, now, false],
    ["food pantry open now", ["food-pantry"], now, false],
    ["food near me open now", food, now, true],
    ["free food open now near me", food, now, true],
    ["food today", food, any, false],
    ["comida para esta noche", food, any, false],
    ["where can i eat tonight", food, any, false],
    ["comida cerca de mí abierta", food, now, true],
    ["food without id", food, { access: ["no-id"] }, false],
    ["food, near me, open now, no ID", food, { ...now, access: ["no-id"] }, true],
    ["necesito comida sin papeles hoy", food, { ...any, access: ["no-id"] }, false],
    ["pantry, no referral needed", ["food-pantry"], { access: ["no-referral"] }, false],
    ["halal food", food, { access: ["halal"] }, false],
    ["comida kosher", food, { access: ["kosher"] }, false],
    ["vegetarian meals", ["free-meal"], { access: ["vegetarian"] }, false],
    ["food delivery", food, { access: ["delivery"] }, false],
    ["despensa a domicilio", ["food-pantry"], { access: ["delivery"] }, false],
    ["baños en silla de ruedas", ["toilets-showers"], { access: ["wheelchair"] }, false],
    ["food pantry that speaks Spanish", ["food-pantry"], { speaks: ["es"] }, false],
    ["soup on friday evening", ["free-meal"], { openAt: { weekday: "fri", minutes: 1080 } }, false],
    ["comida el domingo", food, { openAt: { weekday: "sun", minutes: 720 } }, false],
    ["open now", [], now, false],
    [
      "hi, I'm looking for food for my kids tonight, somewhere near me that doesn't ask for ID",
      ...([food, { ...any, access: ["no-id"] }, true] as const),
    ],
  ] as const)("%s", (text, kinds, filter, isNearMe) => {
    expect(askingsOf(text)).toEqual([{ kinds, where: "", isNearMe, isCertain: true }]);
    expect(filtersOf(text)).toMatchObject(filter);
  });

  it("keeps its filters beside a place", () => {
    const text = "comida halal en Chicago abierta ahora sin papeles";
    expect(askingsOf(text)[0]).toMatchObject({ kinds: food, where: "chicago", isCertain: true });
    expect(filtersOf(text)).toMatchObject({ openAt: "now", access: ["halal", "no-id"] });
  });

  it("has needs side by side, and all of them are meant", () => {
    expect(partOf("food and clothes")?.kinds).toEqual([...food, "clothing-closet"]);
    expect(partOf("ropa y comida")?.kinds).toEqual(["clothing-closet", ...food]);
    expect(partOf("diapers, formula")?.kinds).toEqual(["baby-supplies"]);
  });

  it("is understood in part, and says what is left", () => {
    expect(partOf("food stampz open now")).toMatchObject({ kinds: food, left: "stampz" });
    expect(partOf("diapers size 4")).not.toHaveProperty("left");
    expect(partOf("xyzzy")).toBeNull();
  });

  it.each([
    ["food Las Vegas", "las vegas"],
    ["food pantry Salt Lake City", "salt lake city"],
    ["comida Casa Grande", "casa grande"],
    ["food pantry portland or", "portland or"],
    ["food, Oakland", "oakland"],
    ["diapers in Oakland and formula", "oakland and formula"],
  ])("may have a place of several words: %s", (text, where) => {
    expect(askingsOf(text)[0]?.where).toBe(where);
  });
});

describe("everyday words beside a need", () => {
  it.each([
    ["food stamps", []],
    ["christmas dinner", ["free-meal"]],
    ["hot food", ["free-meal"]],
    ["hot showers", ["toilets-showers"]],
    ["mobile meals", ["free-meal"]],
    ["reading books", ["little-free-library"]],
  ])("are no place: %s", (text, kinds) => {
    expect(askingsOf(text).flatMap((asking) => asking.kinds)).toEqual(kinds);
    expect(askingsOf(text).map(({ where }) => where)).toEqual(kinds.map(() => ""));
  });
});

describe("what no place on the map answers", () => {
  it.each([
    ["shelter", "refuge"],
    ["somewhere to sleep tonight", "refuge"],
    ["necesito donde dormir", "refuge"],
    ["narcan", "health"],
    ["un doctor", "health"],
    ["help with rent", "money"],
    ["food stamps", "money"],
    ["a ride", "other"],
    ["trabajo", "other"],
  ])("%s is known to be none of it", (text, id) => {
    expect(absentAlone(text)).toBe(id);
    expect(askingsOf(text)).toEqual([]);
  });

  it("is left out of what is asked besides", () => {
    expect(absentIn(partOf("food and a doctor")?.left ?? "")).toBe("health");
    expect(absentAlone("food")).toBeNull();
    expect(absentAlone("warm place to sleep")).toBeNull();
    expect(absentAlone("School Street")).toBeNull();
  });
});

describe("a misspelt need", () => {
  it.each([
    ["fodo pantry", ["food-pantry"]],
    ["food pantrey", ["food-pantry"]],
    ["diapres", ["baby-supplies"]],
    ["toliets", ["toilets-showers"]],
    ["despensa de alimetos", ["food-pantry"]],
  ])("%s", (text, kinds) => {
    expect(askingsOf(text).filter(({ where }) => where === "")).toEqual([]);
    expect(guessesOf(text)[0]).toMatchObject({ kinds, where: "" });
  });

  it("is found beside its place", () => {
    expect(guessesOf("fodo pantry oakland")[0]).toMatchObject({
      kinds: ["food-pantry"],
      where: "oakland",
    });
  });

  it.each(["paint", "boats", "vater", "Paris", "Sprngfield", "Grace", "xyzzy", "pear"])(
    "is not guessed from %s",
    (text) => {
      expect(guessesOf(text)).toEqual([]);
    },
  );
});

describe("hostile words", () => {
  it.each([
    "",
    "\u0000\u0007",
    "😀🍎🥖",
    "%_\\",
    "(.*)+[a-z]{1,9}$^|?",
    "\u202efood\u202c",
    "a".repeat(10_000),
    "food ".repeat(200),
    "في أوكلاند",
  ])("%j are read without harm", (text) => {
    expect(askingsOf(text).length + guessesOf(text).length).toBeLessThan(8);
  });

  it("of any kind never throw", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        askingsOf(text);
        guessesOf(text);
      }),
    );
  });
});
