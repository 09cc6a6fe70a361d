import { describe, expect, it } from "vitest";
import { collected, inPieces } from "@/lib/testing/streams";
import { detectDelimiter, readCsv } from "./csv";

const rowsOf = async (text: string) =>
  (await collected(readCsv(() => inPieces(text)))).map(({ line, values }) => ({ line, ...values }));

describe("CSV", () => {
  it("keeps cells with line breaks, quotes and delimiters, and the line on which a row begins", async () => {
    const text = 'name,notes\n"A ""Pantry""","one, two\nthree"\nB,\n';
    expect(await rowsOf(text)).toEqual([
      { line: 2, name: 'A "Pantry"', notes: "one, two\nthree" },
      { line: 4, name: "B", notes: "" },
    ]);
  });

  it.each([
    ["name,lat,lng\nA,1,2", ","],
    ["name;lat;lng\nA;1,5;2,5", ";"],
    ["name\tlat\tlng\nA, B and C\t1\t2", "\t"],
    ["name|lat|lng\nA|1|2", "|"],
    ['"a,b,c";"d"\n1;2', ";"],
  ])("tells the delimiter of %j", (text, delimiter) => {
    expect(detectDelimiter(text)).toBe(delimiter);
  });

  it("finds the names of the columns below a title", async () => {
    const text = "Pantries of our county,,\nas of May,,\nName,Latitude,Longitude\nA,1,2\n";
    expect(await rowsOf(text)).toEqual([{ line: 4, Name: "A", Latitude: "1", Longitude: "2" }]);
  });

  it("tells columns of the same name apart", async () => {
    expect(await rowsOf("name,name,\nA,B,C\n")).toEqual([
      { line: 2, name: "A", name_2: "B", _3: "C" },
    ]);
  });

  it("reads rows that are too short or too long", async () => {
    expect(await rowsOf("name,city\nA\nB,C,D\n")).toEqual([
      { line: 2, name: "A", city: "" },
      { line: 3, name: "B", city: "C" },
    ]);
  });

  it.each([
    ["in a quoted cell", 'name,notes\nA,"never closed\nB,x\n'],
    ["in the middle of a row", "name,lat,lng\nA,1,2\nB,1"],
  ])("is refused when it was cut short %s", async (_, text) => {
    await expect(rowsOf(text)).rejects.toThrow(/cut short/);
  });

  it("is refused when it has no rows at all", async () => {
    await expect(rowsOf("\n\n")).rejects.toThrow("no rows");
  });
});
