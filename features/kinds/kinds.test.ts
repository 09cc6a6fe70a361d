import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { kindFromWords, kindOf, kinds, kindsFromOsmTags, phrasesOf } from "@/features/kinds";
import { accessFacts } from "@/features/kinds/fields";
import { kindColours } from "@/features/kinds/rules";
import { kindIds, locales } from "@/features/kinds/schema";
import { foldWords } from "@/lib/text";

const number = "[ ,]*-?(?:\\d+\\.?\\d*|\\.\\d+)";
const arc = `${number.repeat(3)}(?:[ ,]*[01]){2}${number.repeat(2)}`;

/** What must follow each SVG path command, once or more. */
const parameters: Readonly<Record<string, string>> = {
  m: `(?:${number.repeat(2)})+`,
  l: `(?:${number.repeat(2)})+`,
  h: `(?:${number})+`,
  v: `(?:${number})+`,
  c: `(?:${number.repeat(6)})+`,
  s: `(?:${number.repeat(4)})+`,
  a: `(?:${arc})+`,
  z: "",
};

/** True for SVG path data of commands that have all their numbers. */
function isPath(path: string): boolean {
  const commands = path.match(/[a-zA-Z][^a-zA-Z]*/g) ?? [];
  const isWhole = (command: string) =>
    new RegExp(`^${parameters[command.charAt(0).toLowerCase()] ?? "$.^"} *$`).test(
      command.slice(1),
    );
  return /^[Mm]/.test(path) && commands.join("") === path && commands.every(isWhole);
}

/** WCAG 2.2 relative luminance of #rrggbb. */
function luminance(colour: string): number {
  const channel = (start: number) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

describe("the catalogue of kinds", () => {
  it("has one file for each promised id, in the promised order", () => {
    expect(kinds.map(({ id }) => id)).toEqual([...kindIds]);
  });

  it("never lets one word name two kinds", () => {
    const owners = new Map<string, string>();
    for (const kind of kinds) {
      for (const phrase of phrasesOf(kind)) {
        expect(owners.get(phrase), `${phrase} names ${kind.id} too`).toBeUndefined();
        owners.set(phrase, kind.id);
      }
    }
  });

  it("shows white icons that stand out on every colour", () => {
    for (const colour of Object.values(kindColours)) {
      expect(1.05 / (luminance(colour) + 0.05), colour).toBeGreaterThanOrEqual(3);
    }
  });

  it("gives the map the colours that the pages have", () => {
    const [light] = readFileSync("components/tokens.css", "utf8").split("@media");
    for (const [name, value] of Object.entries(kindColours)) {
      expect(light).toContain(`--${name}: ${value};`);
    }
  });

  it("filters access by facts that some kind has", () => {
    for (const { fact } of Object.values(accessFacts)) {
      expect(kinds.some(({ fields }) => fields.includes(fact))).toBe(true);
    }
  });
});

describe.each(kinds.map((kind) => ({ id: kind.id, kind })))("the kind $id", ({ id, kind }) => {
  it("is found by its id", () => {
    expect(kindOf(id)).toBe(kind);
  });

  it("has an icon that can be drawn", () => {
    expect(isPath(kind.icon.path)).toBe(true);
    expect(isPath(`${kind.icon.path}L1`)).toBe(false);
    expect(kind.icon.viewBox).toBeGreaterThan(0);
    expect(Object.keys(kindColours)).toContain(kind.colour);
  });

  it("is spoken of in every language", () => {
    for (const locale of locales) {
      const { one, many, about, alsoCalled } = kind.words[locale];
      for (const text of [one, many, about]) expect(text.trim()).not.toBe("");
      expect(alsoCalled.length).toBeGreaterThan(0);
      for (const word of alsoCalled) expect(foldWords(word)).not.toBe("");
    }
  });

  it("is recognised by each of its words", () => {
    for (const phrase of phrasesOf(kind)) expect(kindFromWords(phrase)?.id, phrase).toBe(id);
  });

  it("has fields with different ids, and words for every answer in every language", () => {
    const ids = kind.fields.map((field) => field.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const field of kind.fields) {
      for (const locale of locales) expect(field.words[locale].trim()).not.toBe("");
      if (field.type !== "fact") continue;
      const said = Object.values(field.says ?? {}).flatMap((words) => Object.values(words));
      expect(said.filter((words) => words.trim() !== "")).toHaveLength(3 * locales.length);
    }
  });

  it("never says of what is needed that it is offered", () => {
    for (const field of kind.fields)
      if (field.type === "fact" && field.id.endsWith("-needed"))
        expect(field.says?.yes.es, field.id).toMatch(/^(Hace falta|Hay que) /);
  });

  it("decides by a fact it has, and ends on a date it has", () => {
    const { decidingField, freshness } = kind;
    const typeOf = (fieldId: string) => kind.fields.find((field) => field.id === fieldId)?.type;
    if (decidingField !== undefined) expect(typeOf(decidingField)).toBe("fact");
    if (freshness.endsOnField !== undefined) expect(typeOf(freshness.endsOnField)).toBe("date");
  });

  it("lets people say otherwise of what is certain by its nature", () => {
    for (const { fact, words } of kind.byNature ?? []) {
      expect(kind.fields).toContain(fact);
      for (const locale of locales) expect(words[locale].trim()).not.toBe("");
    }
  });

  it("goes stale some day", () => {
    expect(kind.freshness.freshDays).toBeGreaterThan(0);
  });

  it("is read back from the OpenStreetMap tags it writes, and has a term for HSDS", () => {
    if (Object.keys(kind.osm.write).length > 0) {
      expect(kindsFromOsmTags(kind.osm.write)[0]?.id).toBe(id);
    }
    expect(kind.hsdsTerms.length).toBeGreaterThan(0);
  });
});

describe("kindFromWords", () => {
  it.each([
    ["Food Pantry", "food-pantry"],
    ["Mobile Food Bank", "food-pantry"],
    ["FOOD PANTRIES (walk-in)", "food-pantry"],
    ["pantries.csv", "food-pantry"],
    ["Brown Bag Site", "food-pantry"],
    ["soup kitchen", "free-meal"],
    ["Comedores", "free-meal"],
    ["Freedge", "community-fridge"],
    ["Little Free Pantry", "little-pantry"],
    ["Little Free Libraries of Berkeley", "little-free-library"],
    ["little_free_library", "little-free-library"],
    ["Banco de pañales", "baby-supplies"],
    ["PANALES", "baby-supplies"],
    ["Diapers/Wipes", "baby-supplies"],
    ["Pit Stop", "toilets-showers"],
    ["Warming Center", "warming-centre"],
    ["Pet Food Pantry", "pet-food"],
  ])("reads %s as %s", (words, id) => {
    expect(kindFromWords(words)?.id).toBe(id);
  });

  it.each(["", "   ", "hardware shop", "!!!"])("does not guess from %j", (words) => {
    expect(kindFromWords(words)).toBeNull();
  });
});

describe("kindsFromOsmTags", () => {
  it("takes a shared fridge for a fridge first, and any other food sharing for a little pantry", () => {
    const ids = (tags: Record<string, string>) => kindsFromOsmTags(tags).map(({ id }) => id);
    expect(ids({ amenity: "food_sharing", fridge: "only" })[0]).toBe("community-fridge");
    expect(ids({ amenity: "food_sharing" })).toEqual(["little-pantry"]);
    expect(ids({ amenity: "cafe" })).toEqual([]);
  });
});
