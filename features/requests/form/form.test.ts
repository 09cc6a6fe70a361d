import { randomUUID } from "node:crypto";
import * as h3 from "h3-js";
import { describe, expect, it } from "vitest";
import { newPostSchema } from "@/features/requests/schema";
import { typedValues } from "@/lib/form-values";
import {
  draftOf,
  fieldErrorsOf,
  findInForm,
  lineCount,
  strangeControls,
  withOneMore,
} from "./rules";

const cell = h3.latLngToCell(41.8819, -87.6298, 7);

const values = {
  idempotencyKey: randomUUID(),
  side: "request",
  category: "goods",
  summary: "Winter coats for two children",
  "lines.rows": "2",
  "lines.0.what": "Coat",
  "lines.0.strength": "must",
  "lines.0.quantity": "2",
  "lines.0.size": "5 and 8",
  "lines.1.strength": "would-like",
  "lines.1.quantity": "",
};

const parse = (changes: Record<string, string> = {}, toCell?: string) => {
  const { post, rows } = draftOf({ ...values, ...changes }, cell, toCell);
  const parsed = newPostSchema.safeParse(post);
  return parsed.success ? parsed.data : fieldErrorsOf(parsed.error, rows);
};

describe("the form for asking and offering", () => {
  it("makes a request of what was typed, line by line", () => {
    expect(parse()).toMatchObject({
      side: "request",
      cell,
      lines: [{ what: "Coat", strength: "must", quantity: 2, size: "5 and 8" }],
      mayAnswer: "neighbours",
      answerHours: 48,
      isForSomeone: false,
    });
  });

  it("takes the few words as the only line when no line was typed", () => {
    expect(parse({ "lines.0.what": "", "lines.0.size": "" })).toMatchObject({
      lines: [{ what: "Winter coats for two children", strength: "must", quantity: 1 }],
    });
  });

  it("keeps what belongs to a ride, a loan, an offer or somebody else only for those", () => {
    const all = {
      "ride.to": "Evanston",
      "ride.when": "Tuesdays",
      giveBack: "in two weeks",
      "offer.when": "evenings",
      alias: "my neighbour",
    };
    const goods = parse(all);
    expect(JSON.stringify(goods)).not.toMatch(/Evanston|two weeks|evenings|my neighbour/);
    expect(parse({ ...all, category: "ride" }, cell)).toMatchObject({
      words: { ride: { toCell: cell, toWords: "Evanston", when: "Tuesdays", repeats: "once" } },
    });
    expect(parse({ ...all, category: "loan" })).toMatchObject({
      words: { giveBack: "in two weeks" },
    });
    expect(parse({ ...all, side: "offer" })).toMatchObject({
      words: { offer: { reach: "next-areas", when: "evenings", howOften: "once" } },
    });
    expect(parse({ ...all, isForSomeone: "on", hasConsent: "on" })).toMatchObject({
      isForSomeone: true,
      hasConsent: true,
      words: { alias: "my neighbour" },
    });
  });

  it("names the control that is wrong, in the row where it was typed", () => {
    expect(parse({ summary: "", category: "" })).toEqual({
      summary: "required",
      category: "required",
    });
    expect(
      parse({
        "lines.0.what": "",
        "lines.0.size": "",
        "lines.1.note": "red",
        "lines.1.quantity": "0",
      }),
    ).toEqual({ "lines.1.what": "required", "lines.1.quantity": "out-of-range" });
    expect(parse({ text: "a".repeat(2001) })).toEqual({ text: "too-long" });
    expect(parse({ neededBy: "soon" })).toEqual({ neededBy: "unknown" });
  });

  it("has one more line when it is asked, up to twelve", () => {
    expect(withOneMore(values)["lines.rows"]).toBe("3");
    expect(lineCount({ "lines.rows": "999" })).toBe(12);
    expect(lineCount({ "lines.rows": "no" })).toBe(1);
  });

  it("refuses controls that it does not have, a place's coordinates among them", () => {
    expect(strangeControls(values)).toEqual([]);
    const smuggled = {
      lat: "41.8819",
      lng: "-87.6298",
      "area.lat": "41.9",
      "lines.0.lat": "1",
      income: "0",
    };
    expect(strangeControls({ ...values, ...smuggled })).toEqual(Object.keys(smuggled));
  });

  it("drops what the framework adds", () => {
    const form = new FormData();
    form.set("$ACTION_KEY", "x");
    form.set("summary", "Coats");
    expect(typedValues(form)).toEqual({ summary: "Coats" });
  });

  it("finds what tells more than an area in any control with words", () => {
    const found = findInForm({
      ...values,
      text: "write to ana@example.org",
      "lines.1.note": "call +1 312 555 0188",
      idempotencyKey: "12345678-1234-1234-1234-123456789012",
    });
    expect(found.map(({ control, type }) => [control, type])).toEqual([
      ["text", "email"],
      ["lines.1.note", "phone"],
    ]);
  });
});
