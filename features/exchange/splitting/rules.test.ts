import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collected, inPieces } from "@/lib/testing/streams";
import { splitJson } from "./rules";

const pieces = async (text: string, length?: number) =>
  (await collected(splitJson(inPieces(text, length)))).map(({ key, isElement, json }) => [
    key,
    isElement,
    JSON.parse(json),
  ]);

describe("splitting JSON", () => {
  it("gives the elements of an array", async () => {
    expect(await pieces('[{"a":[1,{"b":2}]}, 3, "x,]\\"", null]')).toEqual([
      [null, true, { a: [1, { b: 2 }] }],
      [null, true, 3],
      [null, true, 'x,]"'],
      [null, true, null],
    ]);
  });

  it("gives the members of an object, and the elements of those that are arrays", async () => {
    expect(
      await pieces('{"type":"F", "rows":[{"a":1},{"a":2}], "meta":{"n":[]}, "none":[]}'),
    ).toEqual([
      ["type", false, "F"],
      ["rows", true, { a: 1 }],
      ["rows", true, { a: 2 }],
      ["meta", false, { n: [] }],
    ]);
  });

  it("gives back any array, however it is cut into chunks", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue()),
        fc.integer({ min: 1, max: 9 }),
        async (values, length) => {
          const found = await pieces(JSON.stringify(values, null, 1), length);
          expect(found.map(([, , value]) => value)).toEqual(JSON.parse(JSON.stringify(values)));
        },
      ),
    );
  });

  it.each(['[{"a":1},{"a"', '{"rows":[{"a":1}', '[{"a":"x', "[1,2", ""])(
    "refuses half a text: %j",
    async (text) => {
      await expect(pieces(text)).rejects.toThrow(/cut short/);
    },
  );

  it.each(["[1] [2]", "hello", "]"])("refuses what is not JSON: %j", async (text) => {
    await expect(pieces(text)).rejects.toThrow();
  });
});
