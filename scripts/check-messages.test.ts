import { describe, expect, it } from "vitest";
import { findFaults } from "@/scripts/check-messages";

const faultsOf = (en: string, es: string) => findFaults({ en: { pin: en }, es: { pin: es } });

describe("the languages agree when", () => {
  it.each([
    ["Sugar", "Azúcar"],
    ["{name} was here", "Por aquí pasó {name}"],
    [
      "{n, plural, one {# cup} other {# cups}}",
      "{n, plural, one {# taza} many {# de tazas} other {# tazas}}",
    ],
    ["Read <link>this</link>", "Lee <link>esto</link>"],
  ])("%s = %s", (en, es) => {
    expect(faultsOf(en, es)).toEqual([]);
  });
});

describe("they do not agree when", () => {
  it.each([
    ["a value is left out", "{name} was here", "Alguien pasó", "takes [] where en takes [name]"],
    ["a value has another name", "{name}", "{nombre}", "takes [nombre] where en takes [name]"],
    [
      "a number is not counted",
      "{n, plural, other {#}}",
      "{n}",
      "takes [n] where en takes [n (plural)]",
    ],
    ["a link is lost", "<link>Read</link>", "Lee", "takes [] where en takes [<link>]"],
    [
      "a choice is lost",
      "{who, select, me {I} other {they}}",
      "{who, select, other {ellos}}",
      "takes [who (select: other)]",
    ],
    ["a brace is open", "{name}", "{name", "is no ICU message"],
    ["a text is empty", "Sugar", " ", "is empty"],
  ])("%s", (_what, en, es, words) => {
    expect(faultsOf(en, es)).toEqual([expect.stringContaining(words)]);
  });

  it("a text is only in one of them", () => {
    expect(findFaults({ en: { a: "A", b: { c: "C" } }, es: { a: "A", d: "D" } })).toEqual([
      "es b.c: is missing; write it",
      "es d: is not in en; remove it",
    ]);
  });
});
