import * as h3 from "h3-js";
import { beforeEach, describe, expect, it } from "vitest";
import { markDense } from "@/features/places/cells/mutations";
import { around, cellAt, coarser } from "@/features/places/cells/rules";
import { foldPlace } from "@/features/places/rules";
import { db } from "@/lib/db";
import { newMember } from "@/lib/testing/builders";
import { useDatabase } from "@/lib/testing/use-database";
import { areaOf, lastArea } from "./queries";

const chicago = { lng: -87.65, lat: 41.85 };
const home = cellAt(chicago, 7);
const beside = around(home, 1).find((cell) => cell !== home) ?? home;

const newAna = async (areaCell: string | null = null) => {
  const ana = await newMember("Ana");
  await db().member.update({ where: { id: ana.memberId }, data: { areaCell } });
  return (values: Record<string, string>) => areaOf(ana, values, "en");
};

describe("the area of a form", () => {
  useDatabase();

  beforeEach(async () => {
    const row = { id: 1, kind: "city", name: "Chicago", region: "IL", country: "US" };
    const data = { ...row, population: 2_720_546, ...chicago, folded: foldPlace("Chicago") };
    await db().gazetteerPlace.create({ data });
  });

  it("is what was chosen, with its name and its size", async () => {
    const areaFrom = await newAna();
    expect(await areaFrom({ "area.cell": home })).toEqual({
      ok: true,
      area: { cell: home, name: "Chicago, Illinois, United States", resolution: 7, kilometres: 3 },
    });
  });

  it("is larger when that is asked, by the cell's own parents, and never smaller", async () => {
    const areaFrom = await newAna();
    const larger = await areaFrom({ "area.cell": home, "area.size": "5" });
    expect(larger.area?.cell).toBe(coarser(home, 5));
    expect((await areaFrom({ "area.cell": home, "area.size": "8" })).area?.cell).toBe(home);
  });

  it("is looked up from a typed town, which counts more than what was chosen before", async () => {
    const areaFrom = await newAna();
    const paris = cellAt({ lng: 2.35, lat: 48.85 }, 7);
    const typed = { "area.cell": paris, "area.place": "Chicago" };
    expect((await areaFrom(typed)).area?.cell).toBe(home);
    expect((await areaFrom({ ...typed, "area.found": "Chicago" })).area?.cell).toBe(paris);
    expect((await areaFrom({ ...typed, "area.size": "6" })).area?.cell).toBe(cellAt(chicago, 6));
  });

  it("is asked for, or said to be unknown, and no street is looked up", async () => {
    const areaFrom = await newAna();
    expect(await areaFrom({})).toMatchObject({ reason: "area-needed" });
    expect(await areaFrom({ "area.cell": "here" })).toMatchObject({ reason: "area-needed" });
    for (const place of ["12 Chicago Avenue", "Nowhere"])
      expect(await areaFrom({ "area.place": place })).toMatchObject({ reason: "area-not-found" });
  });

  it("may be the finest only where the host allows it", async () => {
    const areaFrom = await newAna();
    const fine = cellAt(chicago, 8);
    expect(await areaFrom({ "area.cell": fine })).toMatchObject({ reason: "area-too-fine" });
    const place = { "area.place": "Chicago", "area.size": "8" };
    expect(await areaFrom(place)).toMatchObject({ reason: "area-too-fine" });
    await markDense([h3.cellToParent(fine, 4)]);
    expect(await areaFrom({ "area.cell": fine })).toMatchObject({ ok: true });
  });

  it("is asked about once when it lies beside the one from last time", async () => {
    const areaFrom = await newAna(home);
    const values = { "area.cell": beside };
    expect(await areaFrom(values)).toMatchObject({ reason: "same-area", area: { cell: beside } });
    const same = await areaFrom({ ...values, "area.same": "same" });
    expect(same).toMatchObject({ ok: true, area: { cell: home } });
    const fresh = await areaFrom({ ...values, "area.same": "new" });
    expect(fresh).toMatchObject({ ok: true, area: { cell: beside } });
    expect(await areaFrom({ "area.cell": coarser(home, 6) })).toMatchObject({ ok: true });
  });

  it("of last time is offered again, and none is made up", async () => {
    expect(await lastArea(await newMember("Bo"), "en")).toBeNull();
  });
});
