import { beforeEach, describe, expect, it } from "vitest";
import { foldPlace } from "@/features/places/rules";
import { db } from "@/lib/db";
import { newMember } from "@/lib/testing/builders";
import { useDatabase } from "@/lib/testing/use-database";
import { markDense } from "./mutations";
import { cellOfPlace, defaultResolutionAt, isDense, isUrban, surroundingsOf } from "./queries";
import { cellAt, coarser, resolutionOf, resolutionRefusal } from "./rules";

const chicago = { lng: -87.65, lat: 41.85 };
const prairie = { lng: -89.2, lat: 40.9 };

const rows = [
  { id: 1, kind: "city", name: "Chicago", population: 2_720_546, ...chicago },
  { id: 2, kind: "village", name: "Wenona", population: 1_056, ...prairie },
  { id: 3, kind: "postcode", name: "60614 Chicago", population: 0, lng: -87.65, lat: 41.92 },
];

describe("areas and the country around them", () => {
  useDatabase();

  beforeEach(async () => {
    await db().gazetteerPlace.createMany({
      data: rows.map((row) => ({
        ...{ ...row, region: "IL", country: "US" },
        folded: foldPlace(row.kind === "postcode" ? (row.name.split(" ")[0] ?? "") : row.name),
      })),
    });
  });

  it("are offered smaller in town than where few people live", async () => {
    const [town, field] = [cellAt(chicago, 6), cellAt(prairie, 6)];
    expect([await isUrban(town), await isUrban(field)]).toEqual([true, false]);
    expect([await defaultResolutionAt(town), await defaultResolutionAt(field)]).toEqual([7, 6]);
    expect(await defaultResolutionAt(cellAt(chicago, 8))).toBe(7);
  });

  it("may be the finest only inside what the host marked, whatever the size of the mark", async () => {
    const fine = cellAt(chicago, 8);
    expect(resolutionRefusal(fine, await isDense(fine))).toBe("too-fine");
    await markDense([coarser(fine, 6)]);
    expect(resolutionRefusal(fine, await isDense(fine))).toBeNull();
    const sparse = cellAt(prairie, 8);
    expect(resolutionRefusal(sparse, await isDense(sparse))).toBe("too-fine");
    await markDense([]);
    expect(await isDense(fine)).toBe(false);
  });

  it("are never marked by anything but cells", async () => {
    await expect(markDense(["Chicago"])).rejects.toThrow();
    await expect(markDense([cellAt(chicago, 8)])).rejects.toThrow();
    expect(await db().setting.count()).toBe(0);
  });

  it("are found by a town or a postcode, with the usual size there", async () => {
    const member = await newMember();
    const find = (words: string, resolution?: number) =>
      cellOfPlace(member, words, { locale: "en", resolution });
    expect(await find("Chicago, IL")).toEqual({
      cell: cellAt(chicago, 7),
      name: "Chicago, Illinois, United States",
    });
    expect(await find("60614")).toMatchObject({ name: expect.stringContaining("60614") });
    expect((await find("Wenona"))?.cell).toBe(cellAt(prairie, 6));
    expect((await find("Chicago", 5))?.cell).toBe(cellAt(chicago, 5));
  });

  it("are never found by a street or a house number", async () => {
    const member = await newMember();
    const find = (words: string) => cellOfPlace(member, words, { locale: "en" });
    expect(await find("12 Chicago Avenue")).toBeNull();
    expect(await find("41.85, -87.65")).toBeNull();
    expect(await find("Nowhere at all")).toBeNull();
  });

  it("are told to a page by the coarsest cell alone", async () => {
    const member = await newMember();
    const answer = await surroundingsOf(member, cellAt(chicago, 5), "en");
    expect(answer.towns).toHaveLength(7);
    expect(answer.towns.every(({ cell }) => resolutionOf(cell) === 6)).toBe(true);
    expect(answer.towns[0]).toMatchObject({
      isUrban: true,
      name: expect.stringContaining("Chicago"),
    });
    expect(answer.dense).toEqual([]);
    await markDense([cellAt(chicago, 7)]);
    const after = await surroundingsOf(member, cellAt(chicago, 5), "en");
    expect(after.dense).toEqual([cellAt(chicago, 7)]);
  });
});
